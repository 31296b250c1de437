//! The name of a size in, a GraphML file as another program would write it out: the same on every run.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use vnkg::metrics::random::Random;

use crate::powerlaw::{Edges, power_law};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="kind" for="node" attr.name="kind" attr.type="string"/>
  <key id="mentions" for="node" attr.name="mentions" attr.type="int"/>
  <key id="confidence" for="node" attr.name="confidence" attr.type="double"/>
  <key id="first_seen" for="node" attr.name="first_seen" attr.type="string"/>
  <key id="verified" for="node" attr.name="verified" attr.type="boolean"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
  <key id="ekind" for="edge" attr.name="kind" attr.type="string"/>
  <key id="econf" for="edge" attr.name="confidence" attr.type="double"/>
  <graph id="G" edgedefault="directed">
"#;

const NAMES: [&str; 5] = [
    "Nguyễn Văn Phúc",
    "Sở Giáo dục &amp; Đào tạo Đắk Lắk",
    "Thành phố Hồ Chí Minh",
    "Kỳ họp thứ ba, Quốc hội khóa XV",
    "Nghị định về tổ chức bộ máy",
];
const KINDS: [&str; 5] = ["PERSON", "ORG", "LOC", "EVENT", "LAW"];
const RELATIONS: [&str; 8] = [
    "đồng_xuất_hiện",
    "giữ_chức_vụ",
    "thuộc",
    "gặp_gỡ",
    "bổ_nhiệm",
    "điều_tra",
    "ký_kết",
    "phát_biểu_về",
];

/// Six attributes of nodes and three of edges: texts of every length, numbers and truths.
pub fn generate(name: &str, path: &Path) {
    let edges = match name {
        "a" => power_law(10_000, 100_000, 60),
        _ => power_law(200_000, 2_000_000, 600),
    };
    let file = File::create(path).expect("the folder can be written to");
    write(&edges, &mut BufWriter::with_capacity(1 << 18, file)).expect("written");
}

fn write(edges: &Edges, out: &mut impl Write) -> std::io::Result<()> {
    let mut random = Random::new(edges.nodes as u64);
    let mut share = move || ((0.5 + random.unit() / 2.0) * 1e4).round() / 1e4;
    out.write_all(HEAD.as_bytes())?;
    for node in 0..edges.nodes {
        let kind = node * 7 % 5;
        let (name, kind, share) = (NAMES[kind], KINDS[kind], share());
        let (year, month, day) = (2020 + node % 5, 1 + node % 12, 1 + node % 28);
        let (mentions, verified) = (1 + node * 31 % 997, day % 2 == 1);
        writeln!(
            out,
            "    <node id=\"n{node}\"><data key=\"label\">{name} {node}</data><data key=\"kind\">{kind}</data>\
             <data key=\"mentions\">{mentions}</data><data key=\"confidence\">{share}</data>\
             <data key=\"first_seen\">{year}-{month:02}-{day:02}</data><data key=\"verified\">{verified}</data></node>"
        )?;
    }
    for (edge, (source, target, weight)) in edges.list.iter().enumerate() {
        let (relation, share) = (RELATIONS[edge * 5 % 8], share());
        writeln!(
            out,
            "    <edge id=\"e{edge}\" source=\"n{source}\" target=\"n{target}\"><data key=\"weight\">{weight:?}</data>\
             <data key=\"ekind\">{relation}</data><data key=\"econf\">{share:?}</data></edge>"
        )?;
    }
    out.write_all(b"  </graph>\n</graphml>\n")?;
    out.flush()
}
