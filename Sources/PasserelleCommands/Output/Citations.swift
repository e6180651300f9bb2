/// The sources of an answer in text: each once, by number, at its end.
///
/// An answer rests on a few documents many times over. Said in full at every link, they hide the
/// answer itself.
final class Citations {
  private var numbers: [String: Int] = [:]
  private var sources: [EvidenceAnswer] = []

  /// The mark of a source, such as `[2]`, and whether what is marked was verified.
  func mark(_ evidence: EvidenceAnswer) -> String {
    let key = evidence.lines(indent: "").joined(separator: "\n")
    let number = numbers[key] ?? sources.count + 1
    if numbers.updateValue(number, forKey: key) == nil { sources.append(evidence) }
    return Style.faint("[\(number)]") + (evidence.verified ? "" : " not verified")
  }

  /// The list of sources; nothing where none was marked.
  var lines: [String] {
    guard !sources.isEmpty else { return [] }
    return ["", "sources:"]
      + sources.enumerated().flatMap { index, source in
        let lines = source.lines(indent: "      ")
        let number = "  [\(index + 1)]".padded(to: 6)
        return [number + (lines.first ?? "").trimmingPrefix("      ")] + lines.dropFirst()
      }
  }
}
