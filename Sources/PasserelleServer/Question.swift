internal import Passerelle
internal import PasserelleModel
internal import PasserelleStore

/// What an answer depends on: the question as it was put, the day, the state of the library, the program.
///
/// Two equal questions have one answer, byte for byte.
struct Question {
  /// The name of the answer, as a strong entity tag of HTTP (RFC 9110).
  let tag: String

  init(_ request: ServerRequest, at baseURL: String, hash: String, today: Day) {
    var text = ""
    text.reserveCapacity(512)
    // Lengths keep the end of a part from passing for the beginning of the next.
    func add(_ part: String) { text += "\(part.utf8.count):\(part)" }
    add(Program.version)
    add(baseURL)
    add(hash)
    add("\(today)")
    request.path.forEach(add)
    add("")
    for item in request.query {
      add(item.name)
      add(item.value)
    }
    for name in Self.negotiated { add(request.headers[name] ?? "") }
    tag = "\"\(ContentDigest.text(of: text))\""
  }

  /// The header fields that decide which form an answer has.
  static let negotiated = ["accept", "accept-language"]
}

extension ServerRequest {
  /// Whether the client has the answer with a tag (`If-None-Match`).
  func hasAnswer(tagged tag: String) -> Bool {
    guard let known = headers["if-none-match"] else { return false }
    return known.split(separator: ",").contains { entry in
      let entry = entry.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
      // A cache on the way may have made a weak tag of it, which does for GET.
      return entry == tag || entry == "W/\(tag)"
    }
  }
}
