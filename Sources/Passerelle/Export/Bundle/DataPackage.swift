/// What the tables of a bundle are, for R and Python: a descriptor of Frictionless Data (Data Package 1.0).
///
/// It says the type of each column, so that no reader has to guess that `0110` is a text.
enum DataPackage {
  /// The name of its file, by which tools find it.
  static let fileName = "datapackage.json"

  /// The text of the file.
  static var text: String {
    let package: JSONValue = [
      "profile": "tabular-data-package", "name": "passerelle-bundle",
      "resources": .list(BundleTables.all.map(resource)),
    ]
    return package.written() + "\n"
  }

  private static func resource(_ table: BundleTables.Table) -> JSONValue {
    let keys = table.constraints.compactMap { columns(of: $0, behind: "PRIMARY KEY ") }.first
    let key = keys ?? table.columns.filter { $0.type.contains("PRIMARY KEY") }.map(\.name)
    let references = table.columns.compactMap { name, type -> JSONValue? in
      guard let target = type.firstMatch(of: /REFERENCES (\w+)/)?.1,
        let primary = BundleTables.all.first(where: { $0.name == target })?.columns.first?.name
      else { return nil }
      return [
        "fields": .text(name),
        "reference": ["resource": .text(String(target)), "fields": .text(primary)],
      ]
    }
    return [
      "name": .text(table.name), "path": .text("\(table.name).csv"),
      "profile": "tabular-data-resource", "encoding": "utf-8",
      "schema": .object(
        [
          ("fields", .list(table.columns.map(field))), ("missingValues", .list([""])),
          ("primaryKey", .list(key.map(JSONValue.text))),
        ] + (references.isEmpty ? [] : [("foreignKeys", .list(references))])),
    ]
  }

  private static func field(_ name: String, _ type: String) -> JSONValue {
    let kind = type.prefix { $0 != " " }
    var members: [(String, JSONValue)] = [
      ("name", .text(name)), ("type", .text(types[String(kind)] ?? "string")),
    ]
    if kind == "boolean" { members += [("trueValues", ["true"]), ("falseValues", ["false"])] }
    return .object(members)
  }

  private static let types = [
    "boolean": "boolean", "integer": "integer", "bigint": "integer", "numeric": "number",
  ]

  /// The columns of a constraint: `PRIMARY KEY (link, role)`.
  private static func columns(of constraint: String, behind words: String) -> [String]? {
    guard constraint.hasPrefix(words) else { return nil }
    return constraint.dropFirst(words.count).filter { $0 != "(" && $0 != ")" && $0 != " " }
      .split(separator: ",").map(String.init)
  }
}
