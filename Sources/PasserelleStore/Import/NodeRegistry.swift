internal import GRDB
internal import PasserelleModel

/// Finds the nodes that an import names, and makes those that are new.
///
/// The nodes of a framework are looked up when it is first named, all at once: a framework that is
/// imported for the first time has none, and then nothing is ever asked.
struct NodeRegistry {
  private let db: Database
  private var table = NodeTable()
  /// The frameworks whose nodes are in the table, and which those are.
  private var frameworks = TextIndex()
  private var names: [String] = []
  private var nodes: [NodeSet] = []
  private let insert: RowStatement
  /// The nodes that were named, and those that were described.
  private(set) var named = NodeSet()
  private(set) var described = NodeSet()

  init(_ db: Database) throws {
    self.db = db
    insert = try RowStatement(db, "INSERT INTO node (framework, code) VALUES (?, ?)")
  }

  /// Whether nodes are looked for in the store, one by one.
  var asksStore: Bool { table.isFull }

  mutating func describe(_ node: Int64) {
    described.insert(node)
  }

  /// The number of a node, which is made where there is none; nothing where the text is no identifier.
  mutating func node(_ text: PlainStatement.Text) throws -> Int64? {
    guard let node = try table.node(text) ?? findOrMake(text) else { return nil }
    named.insert(node)
    return node
  }

  private mutating func findOrMake(_ text: PlainStatement.Text) throws -> Int64? {
    let (framework, code) = Self.split(text)
    var place = frameworks.index(of: framework)
    if place == nil {
      guard FrameworkName(String(decoding: framework, as: UTF8.self)) != nil else { return nil }
      try load(framework)
      if let node = table.node(text) { return node }
      place = names.count - 1
    }
    if let code, Code(String(decoding: code, as: UTF8.self)) == nil { return nil }
    if table.isFull, let node = try stored(framework, code) {
      if let place { nodes[place].insert(node) }
      return node
    }
    insert.bind(framework, at: 1)
    insert.bind(code ?? PlainStatement.Text(start: nil, count: 0), at: 2)
    try insert.run()
    let node = insert.rowID
    table.insert(node, for: text)
    if let place { nodes[place].insert(node) }
    return node
  }

  /// The nodes of each framework that were named and are described by nothing that was read.
  var undescribed: [(framework: String, nodes: [Int64])] {
    let missing = named.subtracting(described)
    return zip(names, nodes).map { ($0, missing.intersection($1).nodes) }
  }

  /// Takes the nodes of a framework into the table.
  private mutating func load(_ framework: PlainStatement.Text) throws {
    let name = String(decoding: framework, as: UTF8.self)
    var set = NodeSet()
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, code FROM node WHERE framework = ?", arguments: [name])
    while let row = try rows.next() {
      let code: String = row[1]
      var text = code.isEmpty ? name : "\(name):\(code)"
      text.withUTF8 { table.insert(row[0], for: $0) }
      set.insert(row[0])
    }
    _ = frameworks.insert(framework)
    names.append(name)
    nodes.append(set)
  }

  private func stored(
    _ framework: PlainStatement.Text, _ code: PlainStatement.Text?
  ) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM node WHERE framework = ? AND code = ?"),
      arguments: [
        String(decoding: framework, as: UTF8.self),
        code.map { String(decoding: $0, as: UTF8.self) } ?? "",
      ])
  }

  /// `esco@1.1.1:0011` is the code 0011 of the framework esco@1.1.1.
  private static func split(
    _ text: PlainStatement.Text
  ) -> (framework: PlainStatement.Text, code: PlainStatement.Text?) {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return (text, nil) }
    return (
      PlainStatement.Text(rebasing: text[..<colon]),
      PlainStatement.Text(rebasing: text[(colon + 1)...])
    )
  }
}
