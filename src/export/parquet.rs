//! The graph -> Parquet tables of nodes and edges, compressed with Snappy, lists as lists.

use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use parquet::errors::{ParquetError, Result};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use crate::export::walk::{Cell, Column, Form, Walk};

/// Rows that one group holds: as many as readers load at once.
const GROUP: usize = 100_000;

/// A row: the ids, then the cells of the columns.
type Row<'g> = Vec<Option<Cell<'g>>>;

/// Writes a row per node: `id` and the attributes.
pub fn write_nodes(walk: &Walk, out: &mut (impl Write + Send)) -> io::Result<()> {
    let rows = walk.nodes().map(|node| {
        row(
            [node.id()].map(Cow::from),
            &walk.node_columns,
            walk.node_cells(node),
        )
    });
    write(&["id"], &walk.node_columns, rows, out).map_err(io::Error::other)
}

/// Writes a row per edge: `id`, `source`, `target` and the attributes.
pub fn write_edges(walk: &Walk, out: &mut (impl Write + Send)) -> io::Result<()> {
    let rows = walk.edges().map(|edge| {
        let ids = [
            walk.edge_id(edge.index()).into(),
            edge.source().id().into(),
            edge.target().id().into(),
        ];
        row(ids, &walk.edge_columns, walk.edge_cells(edge))
    });
    write(&["id", "source", "target"], &walk.edge_columns, rows, out).map_err(io::Error::other)
}

fn row<'g, const IDS: usize>(
    ids: [Cow<'g, str>; IDS],
    columns: &[Column],
    cells: impl Iterator<Item = (usize, Cell<'g>)>,
) -> Row<'g> {
    let mut row: Row = ids.into_iter().map(|id| Some(Cell::Text(id))).collect();
    row.resize(IDS + columns.len(), None);
    for (index, cell) in cells {
        row[IDS + index] = Some(cell);
    }
    row
}

fn write<'g>(
    ids: &[&str],
    columns: &[Column],
    mut rows: impl Iterator<Item = Row<'g>>,
    out: &mut (impl Write + Send),
) -> Result<()> {
    let fields: Vec<(&str, Form)> = ids
        .iter()
        .map(|id| (*id, Form::Text))
        .chain(columns.iter().map(|column| (column.name.as_str(), column.form)))
        .collect();
    let types: Result<Vec<Arc<Type>>> = fields
        .iter()
        .map(|(name, form)| Ok(Arc::new(field(name, *form)?)))
        .collect();
    let schema = Arc::new(Type::group_type_builder("vnkg").with_fields(types?).build()?);
    let properties = Arc::new(
        WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .build(),
    );
    let mut file = SerializedFileWriter::new(out, schema, properties)?;
    loop {
        let batch: Vec<Row> = rows.by_ref().take(GROUP).collect();
        if batch.is_empty() {
            break;
        }
        let mut group = file.next_row_group()?;
        for (index, (_, form)) in fields.iter().enumerate() {
            let cells: Vec<Option<&Cell>> = batch.iter().map(|row| row[index].as_ref()).collect();
            let missing = || ParquetError::General(format!("no column {index}"));
            fill(group.next_column()?.ok_or_else(missing)?, *form, &cells)?;
        }
        group.close()?;
    }
    file.close()?;
    Ok(())
}

fn field(name: &str, form: Form) -> Result<Type> {
    let physical = match form {
        Form::Truth => Physical::BOOLEAN,
        Form::Integer => Physical::INT32,
        Form::Long => Physical::INT64,
        Form::Real => Physical::DOUBLE,
        Form::Text => return text(name, Repetition::OPTIONAL),
        Form::List => {
            let element = Arc::new(text("element", Repetition::REQUIRED)?);
            let list = Type::group_type_builder("list").with_repetition(Repetition::REPEATED);
            let list = Arc::new(list.with_fields(vec![element]).build()?);
            let outer = Type::group_type_builder(name).with_repetition(Repetition::OPTIONAL);
            return outer
                .with_converted_type(ConvertedType::LIST)
                .with_logical_type(Some(LogicalType::List))
                .with_fields(vec![list])
                .build();
        }
    };
    Type::primitive_type_builder(name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .build()
}

fn text(name: &str, repetition: Repetition) -> Result<Type> {
    Type::primitive_type_builder(name, Physical::BYTE_ARRAY)
        .with_repetition(repetition)
        .with_converted_type(ConvertedType::UTF8)
        .with_logical_type(Some(LogicalType::String))
        .build()
}

fn fill(mut column: SerializedColumnWriter, form: Form, cells: &[Option<&Cell>]) -> Result<()> {
    match form {
        Form::Truth => plain::<BoolType>(&mut column, cells, |cell| matches!(cell, Cell::Truth(true)))?,
        Form::Integer => plain::<Int32Type>(&mut column, cells, |cell| whole(cell) as i32)?,
        Form::Long => plain::<Int64Type>(&mut column, cells, whole)?,
        Form::Real => plain::<DoubleType>(&mut column, cells, |cell| match cell {
            Cell::Real(number) => *number,
            other => whole(other) as f64,
        })?,
        Form::Text => plain::<ByteArrayType>(&mut column, cells, |cell| ByteArray::from(&*cell.text()))?,
        Form::List => list(&mut column, cells)?,
    }
    column.close()
}

fn whole(cell: &Cell) -> i64 {
    match cell {
        Cell::Integer(number) => *number,
        _ => 0,
    }
}

/// Writes a column of single values; the definition level is 1 where there is one.
fn plain<T: DataType>(
    column: &mut SerializedColumnWriter,
    cells: &[Option<&Cell>],
    value: impl Fn(&Cell) -> T::T,
) -> Result<()> {
    let values: Vec<T::T> = cells.iter().flatten().map(|cell| value(cell)).collect();
    let levels: Vec<i16> = cells.iter().map(|cell| i16::from(cell.is_some())).collect();
    column
        .typed::<T>()
        .write_batch(&values, Some(&levels), None)
        .map(drop)
}

/// Writes a column of lists, none of which is empty: level 0 for no list, 2 for a part; the first part repeats at 0.
fn list(column: &mut SerializedColumnWriter, cells: &[Option<&Cell>]) -> Result<()> {
    let (mut values, mut defined, mut repeated) = (Vec::new(), Vec::new(), Vec::new());
    for cell in cells {
        let Some(Cell::List(parts)) = cell else {
            defined.push(0);
            repeated.push(0);
            continue;
        };
        for (index, part) in parts.iter().enumerate() {
            values.push(ByteArray::from(&**part));
            defined.push(2);
            repeated.push(i16::from(index > 0));
        }
    }
    column
        .typed::<ByteArrayType>()
        .write_batch(&values, Some(&defined), Some(&repeated))
        .map(drop)
}
