/// Returns the names that someone who wrote `name` may have meant, nearest first, at most three.
///
/// Case does not count. A name is near when no more than a third of its letters differ.
public func nearNames(to name: String, in candidates: some Sequence<String>) -> [String] {
  let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
  let limit = max(1, (wanted.count + 1) / 3)
  return Set(candidates)
    .compactMap { candidate -> (distance: Int, name: String)? in
      let letters = Array(candidate.lowercased().unicodeScalars.prefix(64))
      guard abs(letters.count - wanted.count) <= limit else { return nil }
      let distance = editDistance(wanted, letters)
      return distance <= limit ? (distance, candidate) : nil
    }
    .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    .prefix(3).map(\.name)
}

/// How many letters must be added, removed or exchanged to make one text of the other.
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  var row = Array(0...second.count)
  for (i, letter) in first.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in second.enumerated() {
      let substitution = diagonal + (letter == other ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[second.count]
}
