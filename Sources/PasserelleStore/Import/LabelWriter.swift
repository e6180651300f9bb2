internal import GRDB
internal import PasserelleModel

/// Writes labels, each with the folded text that it is found by.
struct LabelWriter {
  private let insert: RowStatement

  init(_ db: Database) throws {
    insert = try RowStatement(
      db,
      """
      INSERT INTO label (publication, node, role, position, language, text, folded, latin, name)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  /// What the label is to its node.
  enum Role {
    case title
    case alternative
    /// A text of the further name with this number.
    case name(Int64)

    fileprivate var column: (word: StaticString, name: Int64?) {
      switch self {
      case .title: ("title", nil)
      case .alternative: ("alternative", nil)
      case .name(let id): ("name", id)
      }
    }
  }

  func add(
    _ text: PlainStatement.Text, in language: PlainStatement.Text, _ role: Role, _ position: Int,
    of node: Int64, publication: Int64
  ) throws {
    insert.bind(publication, at: 1)
    insert.bind(node, at: 2)
    insert.bind(role.column.word, at: 3)
    insert.bind(position, at: 4)
    insert.bind(language, at: 5)
    insert.bind(text, at: 6)
    if text.isASCII, text.first.map(Self.isVisible) ?? true, text.last.map(Self.isVisible) ?? true {
      // It is folded by putting it into lower case, which SQLite can do when it is asked for.
      insert.bind("", at: 7)
      insert.bind("", at: 8)
    } else {
      let string = String(decoding: text, as: UTF8.self)
      insert.bind(copyOf: string.folded, at: 7)
      insert.bind(copyOf: string.inLatin?.folded ?? "", at: 8)
    }
    insert.bind(role.column.name, at: 9)
    try insert.run()
  }

  private static func isVisible(_ byte: UInt8) -> Bool { (0x21..<0x7F).contains(byte) }
}
