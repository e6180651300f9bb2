internal import Foundation
package import PasserelleModel

extension Day {
  /// Today in Coordinated Universal Time.
  ///
  /// The C library is asked because a calendar of Foundation takes longer to make than most answers.
  package static func today() -> Day {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
