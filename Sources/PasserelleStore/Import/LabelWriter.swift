internal import GRDB
internal import PasserelleModel

/// Writes labels, each with the folded text that it is found by.
struct LabelWriter {
  private let insert: RowStatement
  private var folded: [UInt8] = []

  init(_ db: Database) throws {
    insert = try RowStatement(
      db,
      """
      INSERT INTO label (publication, node, role, position, language, text, folded, latin)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  /// What the label is to its node.
  enum Role {
    case title
    case alternative
  }

  mutating func add(
    _ text: PlainStatement.Text, in language: PlainStatement.Text, _ role: Role, _ position: Int,
    of node: Int64, publication: Int64
  ) throws {
    insert.bind(publication, at: 1)
    insert.bind(node, at: 2)
    insert.bind(role == .title ? "title" : "alternative", at: 3)
    insert.bind(position, at: 4)
    insert.bind(language, at: 5)
    insert.bind(text, at: 6)
    guard text.isASCII else {
      let string = String(decoding: text, as: UTF8.self)
      insert.bind(copyOf: string.folded, at: 7)
      insert.bind(copyOf: string.inLatin?.folded ?? "", at: 8)
      try insert.run()
      return
    }
    fold(text)
    insert.bind(PlainStatement.Text(start: nil, count: 0), at: 8)
    try folded.withUnsafeBufferPointer { bytes in
      insert.bind(bytes, at: 7)
      try insert.run()
    }
  }

  /// Folds ASCII, for which it is known what Unicode's tables would say.
  private mutating func fold(_ text: PlainStatement.Text) {
    folded.removeAll(keepingCapacity: true)
    for byte in text {
      folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    while let last = folded.last, isSpace(last) { folded.removeLast() }
    if let first = folded.first, isSpace(first) {
      folded.removeFirst(folded.prefix(while: isSpace).count)
    }
  }
}
