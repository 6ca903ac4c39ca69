//! Texts of a limited width.

/// The most columns of a generated line.
pub(crate) const WIDTH: usize = 100;

/// A paragraph in lines of at most so many columns; a word that is longer has its own.
pub(crate) fn wrap(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                *line += " ";
                *line += word;
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Items after an opening, with a comma behind each but the last, in lines of at most [`WIDTH`]; what
/// does not fit goes on with this indentation.
pub(crate) fn list(open: &str, items: &[String], close: &str, indent: &str) -> String {
    let mut text = String::new();
    let mut line = open.to_owned();
    for (index, item) in items.iter().enumerate() {
        let item =
            if index + 1 < items.len() { format!("{item},") } else { format!("{item}{close}") };
        let gap = if index == 0 || line == indent { "" } else { " " };
        if line.chars().count() + gap.len() + item.chars().count() > WIDTH {
            text += line.trim_end();
            text += "\n";
            line = format!("{indent}{item}");
        } else {
            line += gap;
            line += &item;
        }
    }
    if items.is_empty() {
        line += close;
    }
    text + &line + "\n"
}

/// A file whose lines between `generated: begin NAME` and `generated: end` are these. Their
/// indentation is that of the first marker.
pub(crate) fn fill(file: &str, blocks: &[(&str, String)]) -> Result<String, String> {
    let mut text = String::new();
    let mut lines = file.lines();
    let mut filled = 0;
    while let Some(line) = lines.next() {
        text = text + line + "\n";
        let Some((start, name)) = line.split_once("generated: begin ") else { continue };
        let block = blocks.iter().find(|(other, _)| *other == name);
        let (_, block) = block.ok_or(format!("nothing is generated for {name}"))?;
        let indent = " ".repeat(start.len() - start.trim_start().len());
        for line in block.lines() {
            text = text + if line.is_empty() { "" } else { &*indent } + line + "\n";
        }
        let end = lines.find(|line| line.trim_end().ends_with("generated: end"));
        text = text + end.ok_or(format!("the block {name} does not end"))? + "\n";
        filled += 1;
    }
    if filled == blocks.len() {
        Ok(text)
    } else {
        Err(format!("{filled} of {} blocks", blocks.len()))
    }
}
