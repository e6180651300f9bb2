import PasserelleKit

// What only all rows together show.

extension MappedRows {
  /// Finds codes that have lost their zeros: some fit no tier without, all others are digits too, and none
  /// begins with a zero.
  mutating func checkZeros() throws(Diagnostic) {
    guard let first = short.first else { return }
    let haveLost = list.entries.allSatisfy { entry in
      let code = entry.place.code
      return code.allSatisfy { ("0"..."9").contains($0) } && (code == "0" || !code.hasPrefix("0"))
    }
    guard haveLost else {
      list.skip(short.count)
      return
    }
    throw .error(
      .spreadsheet, at: first.position,
      "the codes \(Classification.lostZeros): '\(first.code)' is '\(first.whole)'"
        + (short.count == 1
          ? "" : ", and \(short.count - 1) more \(short.count == 2 ? "is" : "are") like it"),
      hint:
        "format the column as text before the codes are entered, or use the publisher's own file")
  }

  mutating func placeByAddresses() throws(Diagnostic) {
    guard !widerAddresses.isEmpty else { return }
    let codes = Dictionary(
      list.entries.compactMap { entry in entry.uri.map { ($0, entry.place.code) } },
      uniquingKeysWith: { first, _ in first })
    for (narrower, address) in widerAddresses {
      guard let index = list.index(of: narrower), list.entries[index].place.broader == nil else {
        continue
      }
      let named = try code(ofAddress: address, at: list.entries[index].position)
      list.entries[index].place.broader = codes[address] ?? named.description
    }
  }

  mutating func placeByCodes() {
    guard map.codes.count < 2, scheme.readsCodes || map.tier != nil else { return }
    let order = Dictionary(
      tiers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    scheme.placeByCodes(&list.entries) { [readsCodes = scheme.readsCodes] wider, narrower in
      if readsCodes { return true }
      guard let one = wider.flatMap({ order[$0] }), let other = narrower.flatMap({ order[$0] })
      else { return wider != narrower }
      return one < other
    }
  }

  /// Says where tiers are empty, or nothing is below anything: the head is not what the codes are.
  func checkTiers(at position: SourcePosition) {
    guard let example = list.entries.last else { return }
    let found = Set(list.entries.compactMap(\.place.tier))
    guard tiers.isEmpty || !found.isEmpty else {
      graph.report(
        .warning(
          .emptyTier, at: position,
          "nothing says which of the tiers a code is of, such as '\(example.place.code.printable)'",
          hint: "give each tier a 'length' or 'parts', or name the column that has it: 'tier: …'"))
      return
    }
    let empty =
      map.codes.count > 1
      ? zip(tiers, areUsed).filter { !$1 }.map(\.0) : tiers.filter { !found.contains($0) }
    for tier in empty {
      graph.report(
        .warning(
          .emptyTier, at: position,
          "no code is of the tier '\(tier)'; '\(example.place.code.printable)' is taken for a "
            + "'\(example.place.tier ?? "")'",
          hint: scheme.fill == nil && map.codes.count < 2
            ? "if codes of wider tiers are filled up with zeros, write 'fill: \"0\"'"
            : "correct the tiers, or leave this one out"))
    }
    let isFlat = list.entries.allSatisfy { $0.place.broader == nil && $0.otherBroader.isEmpty }
    guard empty.isEmpty, isFlat, max(tiers.count, found.count) > 1 else { return }
    graph.report(
      .warning(
        .emptyTier, at: position,
        "no code belongs below another, such as '\(example.place.code.printable)' "
          + "of the tier '\(example.place.tier ?? "")'",
        hint: "name the column that has the wider code: 'columns: {broader: …}'"))
  }
}
