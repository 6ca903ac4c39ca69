//! The tool `wxp` for a page: three buffers that the page fills, a question, and an answer.
//!
//! The page makes a new instance for each question, and overwrites all of its memory afterwards. So
//! nothing needs to be freed here, and nothing stays.

use core::cell::RefCell;

/// What the page fills, and what it reads.
#[derive(Default)]
struct Buffers {
    question: Vec<u8>,
    input: Vec<u8>,
    key: Vec<u8>,
    answer: String,
}

thread_local! {
    // WebAssembly without threads has one.
    static BUFFERS: RefCell<Buffers> = RefCell::default();
}

/// Makes the buffer of this number as long as the page says, and returns where it is: 0 is for the
/// question, JSON in UTF-8; 1 for the input; 2 for the API key.
// SAFETY: nothing else is called so.
#[unsafe(no_mangle)]
pub extern "C" fn room(number: u32, len: usize) -> *mut u8 {
    BUFFERS.with_borrow_mut(|buffers| {
        let buffer = match number {
            0 => &mut buffers.question,
            1 => &mut buffers.input,
            _ => &mut buffers.key,
        };
        *buffer = vec![0; len];
        buffer.as_mut_ptr()
    })
}

/// Answers the question, and returns how long the answer is, JSON in UTF-8. The buffers are empty after
/// that.
// SAFETY: nothing else is called so.
#[unsafe(no_mangle)]
pub extern "C" fn ask() -> usize {
    BUFFERS.with_borrow_mut(|buffers| {
        let question = String::from_utf8(core::mem::take(&mut buffers.question));
        let (input, key) = (core::mem::take(&mut buffers.input), core::mem::take(&mut buffers.key));
        buffers.answer = wxp_tool::answer(&question.unwrap_or_default(), input, key);
        buffers.answer.len()
    })
}

/// Where the answer is.
// SAFETY: nothing else is called so.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    BUFFERS.with_borrow(|buffers| buffers.answer.as_ptr())
}
