import PasserelleRDF

extension String {
  /// The address that a relative reference means beside a base (RFC 3986, section 5.2).
  func resolved(against base: String) -> String {
    let (own, other) = (AddressParts(self), AddressParts(base))
    if own.scheme != nil { return self }
    var result = other
    result.fragment = own.fragment
    if own.authority != nil {
      (result.authority, result.query) = (own.authority, own.query)
      result.path = own.path.withoutDots
    } else if own.path.isEmpty {
      result.query = own.query ?? other.query
    } else if own.path.hasPrefix("/") {
      (result.path, result.query) = (own.path.withoutDots, own.query)
    } else {
      let folder = other.path.lastIndex(of: "/").map { other.path[...$0] } ?? ""
      let start = folder.isEmpty && other.authority != nil ? "/" : folder
      (result.path, result.query) = ((String(start) + own.path).withoutDots, own.query)
    }
    return result.text
  }

  /// The path with its steps `.` and `..` taken.
  fileprivate var withoutDots: String {
    var steps: [Substring] = []
    let all = split(separator: "/", omittingEmptySubsequences: false)
    for (index, step) in all.enumerated() {
      guard step == "." || step == ".." else {
        steps.append(step)
        continue
      }
      if step == "..", steps.count > (hasPrefix("/") ? 1 : 0) { steps.removeLast() }
      if index == all.count - 1 { steps.append("") }
    }
    return steps.joined(separator: "/")
  }
}

/// The parts of an address, or of a reference.
private struct AddressParts {
  var scheme: String?
  var authority: String?
  var path: String
  var query: String?
  var fragment: String?

  init(_ text: String) {
    var rest = text[...]
    if let hash = rest.firstIndex(of: "#") {
      fragment = String(rest[rest.index(after: hash)...])
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: ":"), colon != rest.startIndex,
      rest[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
      )
    {
      scheme = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      let end = rest.dropFirst(2).firstIndex(of: "/") ?? rest.endIndex
      authority = String(rest[..<end].dropFirst(2))
      rest = rest[end...]
    }
    path = String(rest)
  }

  var text: String {
    (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path
      + (query.map { "?" + $0 } ?? "") + (fragment.map { "#" + $0 } ?? "")
  }
}
