//! What the command `wxp` does, for the command and for the page `wxp-tool.html`, which has no files,
//! no arguments and no terminal. Both say the same, because it is the same code.

#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
#![cfg_attr(not(feature = "command"), allow(dead_code, reason = "what only a terminal is told"))]

#[cfg(feature = "command")]
mod command;
mod commands;
mod console;
mod failure;
mod findings;
mod input;
mod language;
mod operations;
#[cfg(feature = "command")]
mod options;
mod page;
mod report;
mod secret;
mod style;
mod texts;

#[cfg(feature = "command")]
pub use command::main;
pub use page::answer;
