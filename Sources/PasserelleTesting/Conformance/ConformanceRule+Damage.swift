import PasserelleKit

extension ConformanceRule {
  /// Cut at any byte, its sample is read to an end: at places that are there, and with evidence for what is
  /// stated.
  public static let survivesTruncation = ConformanceRule("survives truncation") { trial in
    trial.violations { damage in damage.cuts.lazy.map(damage.cut) }
  }

  /// Changed in a thousand ways, its sample is read to such an end.
  public static let survivesMutation = ConformanceRule("survives mutation") { trial in
    trial.violations { damage in (0..<mutations).lazy.map(damage.mutation) }
  }

  /// How many changed copies of each file are read.
  private static let mutations = 1_000
}

extension Trial {
  /// Reads damaged copies of each file, and says what was wrong with the first that broke a rule.
  fileprivate func violations<Copies: Sequence<Damage.Copy>>(
    _ copies: (Damage) -> Copies
  ) -> [String] {
    sample.files.indices.compactMap { index in
      let file = sample.files[index]
      var input = KeptInput(of: manifest.id, file: file.name)
      for copy in copies(Damage(bytes: file.bytes, seed: seed)) {
        input.write(copy.bytes)
        var damaged = sample
        damaged.files[index].bytes = copy.bytes
        guard let violation = violation(on: damaged, changed: index) else { continue }
        return "'\(file.name)', \(copy.origin): \(violation); the input is \(input.keep())"
      }
      return nil
    }
  }

  /// What a reading of damaged files must keep to, too.
  private func violation(on damaged: Sample, changed index: Int) -> String? {
    let identified = manifest.readsTogether ? Sample([damaged.files[index]]) : damaged
    let sureness = adapter.identify(identified.source)
    guard (0...100).contains(sureness) else { return "it is \(sureness) sure" }
    let reading = Reading(of: damaged.source, with: adapter)
    let lines = damaged.files.map { file in
      file.bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
    }
    let places = reading.statements.map(\.position) + reading.diagnostics.map(\.position)
    let astray = places.first { place in
      !lines.indices.contains(place.part) || damaged.files[place.part].name != place.file
        || !(0...lines[place.part]).contains(place.line)
    }
    if let astray { return "there is no place \(astray)" }
    // Of a source with an error, a host takes nothing: its document may be what is wrong.
    let hasError = reading.diagnostics.contains { $0.severity == .error }
    return hasError ? nil : reading.factsWithoutEvidence.first
  }
}
