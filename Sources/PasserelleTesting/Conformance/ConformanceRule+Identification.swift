import PasserelleKit

extension ConformanceRule {
  /// Its manifest has a name that a symbol can end in, a version, one line of summary, and dialects
  /// with names and patterns.
  public static let describesItself = ConformanceRule("describes itself") { trial in
    let manifest = trial.manifest
    let wrong: [(isWrong: Bool, what: String)] = [
      (
        !isModuleName(manifest.id), "its id '\(manifest.id)' is not made of letters, digits and '_'"
      ),
      (manifest.version.isEmpty, "it has no version"),
      (
        manifest.summary.isEmpty || manifest.summary.contains(where: \.isNewline),
        "its summary is not one line"
      ),
      (!(1...64).contains(manifest.dialects.count), "it has no dialect, or more than 64"),
      (
        manifest.dialects.contains { !isDialectName($0.name) }, "a dialect's name is not lower case"
      ),
      (manifest.dialects.contains(where: \.filePatterns.isEmpty), "a dialect has no file pattern"),
    ]
    return wrong.filter(\.isWrong).map(\.what)
  }

  /// It is 1 to 100 sure of its sample.
  public static let recognisesItsSample = ConformanceRule("recognises its sample") { trial in
    trial.identified.compactMap { sample in
      let sureness = trial.adapter.identify(sample.source)
      return (1...100).contains(sureness) ? nil : "\(sample.names) gets \(sureness), not 1 to 100"
    }
  }

  /// It gives 0 to files of other kinds; at most 20 where the ending of their name is its own.
  ///
  /// An ending is no proof, and an adapter that knows the file better must come first.
  public static let leavesWhatIsForeign = ConformanceRule("leaves what is foreign") { trial in
    let own = Set(
      trial.manifest.dialects.flatMap(\.filePatterns).filter { $0.hasPrefix("*.") }
        .map { String($0.dropFirst()) })
    return own.union([".bin", ".txt", ".csv", ".json", ".xml", ".yaml"]).sorted().flatMap {
      ending in
      foreign.compactMap { what, bytes in
        let file = Sample.File(name: "foreign" + ending, bytes: bytes)
        let sureness = trial.adapter.identify(Sample([file]).source)
        let most = own.contains(ending) ? 20 : 0
        return (0...most).contains(sureness)
          ? nil : "\(what) named '\(file.name)' gets \(sureness), not \(most) at most"
      }
    }
  }

  /// It tells its files by their names and their first 64 KiB.
  public static let identifiesByTheOpening = ConformanceRule("identifies by the opening") { trial in
    trial.identified.compactMap { sample in
      let watch = ReadWatch()
      _ = trial.adapter.identify(watch.endless(sample, limit: opening, cut: 8 << 20))
      if watch.end > opening { return "it reads \(watch.end) bytes of \(sample.names)" }
      return watch.bytes > 16 * opening ? "it reads the opening over and over" : nil
    }
  }

  private static let opening = 64 << 10

  /// What no adapter reads.
  private static let foreign: [(what: String, bytes: [UInt8])] =
    [
      ("an empty file", ""), ("a text", "Bolts and nails, sold by weight.\n"),
      ("a table", "bolt,price\nM6,1\nM8,2\n"), ("a table", "bolt\tprice\nM6\t1\n"),
      ("a JSON object", "{\"bolt\": \"M6\", \"price\": 1}\n"), ("a JSON list", "[1, 2]\n"),
      ("a YAML file", "bolt: M6\nprice: 1\n"),
      ("an XML file", "<?xml version=\"1.0\"?>\n<bolts><bolt price=\"1\">M6</bolt></bolts>\n"),
      ("a page", "<!DOCTYPE html>\n<html><body><p>Bolts</p></body></html>\n"),
    ].map { ($0.0, Array($0.1.utf8)) } + [
      ("a program", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      ("a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]),
      ("binary data", Array(0...255)),
    ]

  private static func isModuleName(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count)
      && name.utf8.allSatisfy { isLetter($0 | 0x20) || isDigit($0) || $0 == UInt8(ascii: "_") }
  }

  private static func isDialectName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension Sample {
  /// The names of the files, for a message.
  var names: String { files.map { "'\($0.name)'" }.joined(separator: ", ") }
}
