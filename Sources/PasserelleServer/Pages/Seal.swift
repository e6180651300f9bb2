internal import Passerelle
internal import PasserelleAnswers

/// What a permanent link remembers of a page: the state of the library, and a mark of each part.
///
/// The marks cannot be read back. They tell which parts have changed since, and no page of an earlier
/// state has to be kept for that.
struct Seal: Equatable {
  let graph: String
  /// For each part a mark of its heading and a mark of its words; empty if the link has none.
  let parts: [(heading: String, words: String)]

  init(of sheet: Sheet, hash: String) {
    graph = String(hash.prefix(16))
    parts = sheet.parts.map { (Self.mark([$0.heading]), Self.mark($0.words)) }
  }

  /// Reads the seal of a link; `nil` if it has none.
  init?(in request: ServerRequest) {
    guard let graph = request["graph"], Self.isHash(graph, of: 1...64) else { return nil }
    self.graph = String(graph.prefix(16))
    parts = (request["parts"] ?? "").split(separator: ".").prefix(64)
      .filter { Self.isHash($0, of: 12...12) }
      .map { (String($0.prefix(6)), String($0.suffix(6))) }
  }

  var items: [ServerRequest.Item] {
    [
      .init("graph", graph),
      .init("parts", parts.map { $0.heading + $0.words }.joined(separator: ".")),
    ]
  }

  /// What has changed since a link was made, in sentences; `nil` if nothing has.
  ///
  /// - Parameters:
  ///   - now: The seal of the page as it is now, part for part that of the sheet.
  ///   - sheet: The page as it is now, in the reader's language.
  ///   - say: The language.
  /// - Returns: The sentences.
  func difference(from now: Seal, on sheet: Sheet, in say: Language) -> [String]? {
    guard graph != now.graph else { return nil }
    let head = say(.changed, ["old": graph, "new": now.graph])
    guard !parts.isEmpty else { return [head, say(.changedUnknown)] }
    let names = sheet.parts.map(\.heading)
    let changed = zip(now.parts, names).filter { part, _ in
      !parts.contains { $0.heading == part.heading && $0.words == part.words }
    }.map(\.1)
    let gone = parts.count { part in !now.parts.contains { $0.heading == part.heading } }
    if changed.isEmpty, gone == 0 { return [head, say(.changedNothing)] }
    return [
      head, changed.isEmpty ? nil : say(.changedParts, ["parts": changed.joined(separator: "; ")]),
      gone == 0 ? nil : say(.changedGone, ["count": "\(gone)"]),
    ].compactMap(\.self)
  }

  static func == (one: Seal, other: Seal) -> Bool { one.items == other.items }

  private static func mark(_ texts: [String]) -> String {
    var fingerprint = Fingerprint()
    for text in texts { fingerprint.add(text) }
    return String(("00000" + fingerprint.text).suffix(6))
  }

  private static func isHash(_ text: some StringProtocol, of length: ClosedRange<Int>) -> Bool {
    length.contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
