extension ServerRequest {
  /// Which of some media types the client likes best.
  ///
  /// - Parameter offers: The types that there are, without parameters, the usual one first.
  /// - Returns: One of them; `nil` if the client takes none.
  public func preferred(of offers: [String]) -> String? {
    guard let accepted = headers["accept"], !accepted.isEmpty else { return offers.first }
    let ranges = Self.weighted(accepted)
    let weights = offers.map { offer in
      (
        offer,
        ranges.filter { $0.name.covers(offer) }.max { $0.name.rank < $1.name.rank }?.weight ?? 0
      )
    }
    // The first of equals: what the server likes best.
    let best = weights.reduce(nil as (String, Int)?) { best, next in
      next.1 > (best?.1 ?? 0) ? next : best
    }
    return best?.0
  }

  /// Which of some languages the client likes best, by `Accept-Language`.
  ///
  /// - Parameter offers: The names of languages.
  /// - Returns: One of them; `nil` if the client names none of them.
  public func preferredLanguage(of offers: [String]) -> String? {
    guard let accepted = headers["accept-language"] else { return nil }
    let wanted = Self.weighted(accepted).enumerated()
      .filter { $0.element.weight > 0 }
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
    for (_, range) in wanted {
      let primary = String(range.name.prefix { $0 != "-" })
      if let offer = offers.first(where: { $0 == range.name || $0 == primary }) { return offer }
    }
    return nil
  }

  /// The entries of a list with weights (`text/csv;q=0.8`), in thousandths; a list longer than any client's
  /// is cut.
  private static func weighted(_ list: String) -> [(name: String, weight: Int)] {
    list.split(separator: ",").prefix(32).compactMap { entry in
      let parts = entry.split(separator: ";").map { part in
        part.lowercased().filter { !$0.isWhitespace }
      }
      guard let name = parts.first, !name.isEmpty else { return nil }
      let weight =
        parts.dropFirst().first { $0.hasPrefix("q=") }
        .map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      return (name, Int((min(max(weight, 0), 1) * 1_000).rounded()))
    }
  }
}

extension String {
  /// Whether a media range means a media type.
  fileprivate func covers(_ type: String) -> Bool {
    self == type || self == "*/*" || hasSuffix("/*") && type.hasPrefix(dropLast())
  }

  /// How closely a media range names a type: the closest decides.
  fileprivate var rank: Int { self == "*/*" ? 0 : hasSuffix("/*") ? 1 : 2 }
}
