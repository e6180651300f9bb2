import PasserelleKit

extension Workload {
  /// Makes a workload of a duration of XML Schema: `PT60H`, `P3Y`.
  ///
  /// One of several parts is none: `P1Y6M` counts in two units.
  init?(duration: String) {
    guard duration.hasPrefix("P") else { return nil }
    var (found, number, isTime): ([Workload], String, Bool) = ([], "", false)
    for character in duration.dropFirst() {
      switch character {
      case "T": isTime = true
      case "0"..."9", ".": number.append(character)
      default:
        guard let unit = Self.unit(character, isTime: isTime), let part = Workload(number, unit)
        else { return nil }
        if Double(number) != 0 { found.append(part) }
        number = ""
      }
    }
    guard found.count == 1, number.isEmpty else { return nil }
    self = found[0]
  }

  private static func unit(_ letter: Character, isTime: Bool) -> Unit? {
    switch (letter, isTime) {
    case ("H", true): .totalHours
    case ("Y", false): .years
    case ("M", false): .months
    case ("W", false): .weeks
    case ("D", false): .days
    default: nil
    }
  }
}
