internal import Crypto
internal import Foundation
internal import GRDB

extension StoredGraph {
  /// The hash of the content: of what was said, by whom and where, not of when it was imported.
  ///
  /// It takes as long as reading everything, and is remembered until something changes.
  package func contentHash() throws -> String {
    try meta(Self.hashName) ?? hashOfContent()
  }

  /// The hash of the content as it is now, whatever is remembered.
  func hashOfContent() throws -> String {
    var hash = ContentHash()
    for sql in Self.content {
      let rows = try RowReader(db, sql)
      while try rows.next() { hash.add(rows) }
      hash.endTable()
    }
    return hash.finalize()
  }

  /// The name under which the store remembers its hash.
  static let hashName = "content-hash"

  /// Everything the graph says, each table by names rather than row numbers.
  private static let content = [
    "SELECT \(PublicationColumns.content) FROM publication ORDER BY name",
    """
    SELECT name, role, position, language, value FROM publication_word
    JOIN publication ON publication.id = publication ORDER BY name, role, position
    """,
    """
    SELECT \(DocumentColumns.table.content)
    FROM document JOIN publication ON publication.id = document.publication
    ORDER BY publication.name, document."key"
    """,
    """
    SELECT \(ConceptColumns.table.content)
    FROM concept JOIN node ON node.id = concept.node
    LEFT JOIN document ON document.id = concept.document
    ORDER BY node.framework, node.code
    """,
    """
    SELECT framework, code, role, position, language, text FROM label JOIN node ON node.id = node
    WHERE label.name IS NULL ORDER BY framework, code, role, position
    """,
    """
    SELECT \(LinkColumns.table.content),
      -- Few links have texts.
      CASE WHEN link.id IN (SELECT link FROM link_word) THEN
        (SELECT group_concat(role || language || value, char(31)) FROM
          (SELECT * FROM link_word WHERE link = link.id ORDER BY position)) END
    FROM link JOIN publication ON publication.id = link.publication
    JOIN node AS subject ON subject.id = link.subject JOIN node AS object ON object.id = link.object
    LEFT JOIN document ON document.id = link.document
    ORDER BY name, subject.framework, subject.code, relation, object.framework, object.code,
      link.line, link."column", document."key"
    """,
    """
    SELECT \(ProcedureColumns.table.content),
      (SELECT group_concat(role || language || value, char(31)) FROM
        (SELECT * FROM procedure_word WHERE procedure = procedure.id ORDER BY role, position))
    FROM procedure JOIN publication ON publication.id = procedure.publication
    LEFT JOIN document ON document.id = procedure.document
    ORDER BY name, procedure.line, procedure."column"
    """,
    """
    SELECT \(NoteColumns.table.content),
      (SELECT group_concat(language || value, char(31)) FROM
        (SELECT * FROM note_word WHERE note = note.id ORDER BY position))
    FROM note JOIN publication ON publication.id = note.publication
    JOIN node ON node.id = note.node LEFT JOIN document ON document.id = note.document
    ORDER BY name, framework, code, note.line, note."column", document."key"
    """,
    """
    SELECT \(NameColumns.table.content),
      (SELECT group_concat(language || text, char(31)) FROM
        (SELECT * FROM label WHERE name = name.id ORDER BY position))
    FROM name JOIN publication ON publication.id = name.publication
    JOIN node ON node.id = name.node LEFT JOIN document ON document.id = name.document
    ORDER BY publication.name, framework, code, name.line, name."column", document."key"
    """,
  ]
}

/// Takes in rows, each value with its type, so that a number, a text and nothing are never taken for each
/// other.
private struct ContentHash {
  private var hash = SHA256()
  /// What is still to be taken in: many small pieces cost more than one large one.
  private var bytes: [UInt8] = []
  private static let most = 1 << 16

  mutating func add(_ row: RowReader) {
    for column in 0..<row.count {
      switch row.kind(of: column) {
      case .nothing: bytes.append(UInt8(ascii: "-"))
      case .number: add("i", String(row.number(column)).utf8)
      case .text: add("s", row.bytes(column))
      case .other:
        switch row.value(column).storage {
        case .double(let number): add("d", "\(number)".utf8)
        case .blob(let data): add("b", data.base64EncodedString().utf8)
        case .null, .int64, .string: break
        }
      }
      bytes.append(0x1F)
    }
    bytes.append(0x1E)
    if bytes.count > Self.most { flush() }
  }

  private mutating func add(_ type: Unicode.Scalar, _ value: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: type))
    bytes.append(contentsOf: value)
  }

  mutating func endTable() { bytes.append(0x1D) }

  private mutating func flush() {
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func finalize() -> String {
    flush()
    return hash.finalize().map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
