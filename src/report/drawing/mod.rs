//! A laid-out graph -> a drawing of it as SVG, with labels that lie on no other label.

mod labels;
mod picture;
mod svg;

pub(in crate::report) use picture::picture;
pub use picture::{Disc, Line, Picture};
pub use svg::write;
pub(in crate::report) use svg::{STYLE, inline};
