internal import GRDB
internal import PasserelleModel

/// Finds the nodes that an import names, and makes those that are new.
///
/// Each framework that has a node has one of its own, so a framework without one is new, and of its nodes
/// nothing need be asked: what was not met is not there. Before the index is taken away for a large
/// import, the nodes of all others are taken into memory.
struct NodeRegistry {
  private let db: Database
  private var table = NodeTable()
  /// The frameworks that were named, and the nodes of each.
  private var frameworks = TextIndex()
  private var names: [String] = []
  private var nodes: [NodeSet] = []
  /// Whether the store had no node of the framework before.
  private var isNew: [Bool] = []
  private let insert: RowStatement
  private let select: RowStatement
  /// Whether all nodes of the store are in the table.
  private var isComplete = false
  /// Whether the index of the names is there.
  private var isIndexed = true
  /// The nodes that were named, and those that were described.
  private(set) var named = NodeSet()
  private(set) var described = NodeSet()

  init(_ db: Database) throws {
    self.db = db
    insert = try RowStatement(db, "INSERT INTO node (framework, code, hash) VALUES (?, ?, ?)")
    select = try RowStatement(
      db, "SELECT id FROM node WHERE hash = ? AND framework = ? AND code = ?")
  }

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
    guard let place = try frameworks.index(of: framework) ?? meet(framework) else { return nil }
    // The framework's own node may have been made on the way.
    if let node = table.node(text) { return node }
    if let code, !Code.isPlain(code), Code(String(decoding: code, as: UTF8.self)) == nil {
      return nil
    }
    var node: Int64?
    if table.isFull || !isNew[place] && !isComplete {
      if !isIndexed { try index() }
      node = try stored(text, framework, code)
    }
    return try keep(node ?? make(text, framework, code), text, in: place)
  }

  /// Notes a framework that is named for the first time; nothing where it is no name.
  private mutating func meet(_ framework: PlainStatement.Text) throws -> Int? {
    guard let name = FrameworkName(String(decoding: framework, as: UTF8.self)),
      let place = frameworks.insert(framework)
    else { return nil }
    names.append(name.description)
    nodes.append(NodeSet())
    let known =
      if let node = table.node(framework) { node } else if isComplete, !table.isFull {
        nil as Int64?
      } else {
        try stored(framework, framework, nil)
      }
    isNew.append(known == nil)
    _ = try keep(known ?? make(framework, framework, nil), framework, in: place)
    return place
  }

  private mutating func keep(
    _ node: Int64, _ text: PlainStatement.Text, in place: Int
  ) -> Int64 {
    table.insert(node, for: text)
    nodes[place].insert(node)
    return node
  }

  private func make(
    _ text: PlainStatement.Text, _ framework: PlainStatement.Text, _ code: PlainStatement.Text?
  ) throws -> Int64 {
    insert.bind(framework, at: 1)
    insert.bind(code ?? PlainStatement.Text(start: nil, count: 0), at: 2)
    insert.bind(NodeHash.hash(of: text), at: 3)
    try insert.run()
    return insert.rowID
  }

  private func stored(
    _ text: PlainStatement.Text, _ framework: PlainStatement.Text, _ code: PlainStatement.Text?
  ) throws -> Int64? {
    select.bind(NodeHash.hash(of: text), at: 1)
    select.bind(framework, at: 2)
    select.bind(code ?? PlainStatement.Text(start: nil, count: 0), at: 3)
    return try select.number()
  }

  // MARK: - The index

  /// Takes the index away, where all nodes have room in memory.
  mutating func dropIndex() throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT id, framework, code FROM node")
    while let row = try rows.next(), !table.isFull {
      let (id, framework, code): (Int64, String, String) = (row[0], row[1], row[2])
      var text = code.isEmpty ? framework : "\(framework):\(code)"
      text.withUTF8 { table.insert(id, for: $0) }
      if let place = framework.index(in: frameworks) { nodes[place].insert(id) }
    }
    guard !table.isFull else { return }
    isComplete = true
    isIndexed = false
    try db.execute(sql: "DROP INDEX node_hash")
  }

  /// Builds the index, and forgets the nodes: from now on the store is asked.
  mutating func forget() throws {
    table = NodeTable()
    try index()
    isComplete = false
    isNew = isNew.map { _ in false }
  }

  /// Builds the index, where it is not there.
  private mutating func index() throws {
    guard !isIndexed else { return }
    isIndexed = true
    for index in Schema.bulkIndexes where index.name == "node_hash" {
      try db.execute(sql: index.definition)
    }
  }

  /// The nodes of each framework that were named and are described by nothing that was read.
  var undescribed: [(framework: String, nodes: [Int64])] {
    let missing = named.subtracting(described)
    return zip(names, nodes).map { ($0, missing.intersection($1).nodes) }
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

extension String {
  fileprivate func index(in texts: TextIndex) -> Int? {
    var text = self
    return text.withUTF8 { texts.index(of: $0) }
  }
}
