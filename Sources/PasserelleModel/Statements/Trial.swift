/// Frameworks that an authority tries out before anything is official.
///
/// They belong to a country that ISO 3166 leaves to users for good, such as `XX`, and their names say so:
/// `trial-xx-nqf`. As every answer names what it is based on, none can hide that it is based on a trial:
/// whoever writes an answer looks for such names in it, and marks it.
package enum Trial {
  /// What the name of a trial begins with, before the code of its country.
  static let prefix = "trial-"

  /// Returns the names of trials in a text, each once, in alphabetical order.
  package static func names(in text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var names: Set<String> = []
      var start = 0
      while start < bytes.count {
        guard isLetter(bytes[start]) else {
          start += 1
          continue
        }
        var end = start + 1
        while end < bytes.count, isLetter(bytes[end]) { end += 1 }
        if bytes[start] == UInt8(ascii: "t"), end - start > prefix.utf8.count,
          bytes[start..<start + prefix.utf8.count].elementsEqual(prefix.utf8)
        {
          let name = FrameworkName(series: String(decoding: bytes[start..<end], as: UTF8.self))
          if name.isTrial { names.insert(name.series) }
        }
        start = end
      }
      return names.sorted()
    }
  }

  /// Whether a byte may stand in the name of a framework.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
  }
}

extension FrameworkName {
  /// Whether the name says that it is a trial: `trial-xx-nqf`.
  package var isTrial: Bool {
    guard series.hasPrefix(Trial.prefix) else { return false }
    let parts = series.dropFirst(Trial.prefix.count).split(
      separator: "-", omittingEmptySubsequences: false)
    return parts.first.map { CountryCode.trial.contains($0.uppercased()) } ?? false
  }

  /// The name that says that it is a trial: `trial-xx-nqf` for `xx-nqf`.
  ///
  /// - Parameter country: Its country.
  /// - Returns: The name; itself if it says so already.
  package func asTrial(of country: CountryCode) -> FrameworkName {
    guard !isTrial else { return self }
    let code = country.description.lowercased()
    let rest = series == code || series.hasPrefix(code + "-") ? series : "\(code)-\(series)"
    return FrameworkName(series: String((Trial.prefix + rest).prefix(64)), version: version)
  }
}

extension CountryCode {
  /// Whether it is a code that no country has, with which an authority may try what its own would be.
  package var isTrial: Bool { Self.trial.contains(description) }

  /// The codes that ISO 3166-1 leaves to users, but for XK.
  package static let trial: Set<String> = {
    func codes(_ first: Character, _ seconds: String) -> [String] {
      seconds.map { "\(first)\($0)" }
    }
    return Set(
      ["AA", "ZZ"] + codes("Q", "MNOPQRSTUVWXYZ") + codes("X", "ABCDEFGHIJLMNOPQRSTUVWXYZ"))
  }()
}
