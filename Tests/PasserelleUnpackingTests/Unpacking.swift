import PasserelleModel
import PasserelleUnpacking
import TestSupport

/// What came of opening a container.
final class Unpacked: UnpackedReceiver {
  private(set) var names: [String] = []
  private(set) var texts: [String: String] = [:]
  private(set) var remarks: [Diagnostic] = []
  private(set) var failure: Diagnostic?

  init(
    _ archive: [UInt8], sheets: [String] = [], map: String? = nil,
    limits: UnpackingLimits = UnpackingLimits()
  ) {
    var parts = [SourcePart(name: "x.xlsx", bytes: archive)]
    if let map { parts.append(SourcePart(name: "x.yaml", bytes: Array(map.utf8))) }
    do throws(Diagnostic) {
      try Unpacker(limits).unpack(Source(parts: parts), sheets: sheets, into: self)
    } catch {
      failure = error
    }
  }

  convenience init(
    _ archive: TestArchive, sheets: [String] = [], map: String? = nil,
    limits: UnpackingLimits = UnpackingLimits()
  ) {
    self.init(archive.data, sheets: sheets, map: map, limits: limits)
  }

  func begin(_ name: String, sheet: String?) {
    if !names.contains(name) { names.append(name) }
    texts[name] = ""
  }

  func append(_ bytes: [UInt8]) {
    if let name = names.last { texts[name, default: ""] += String(decoding: bytes, as: UTF8.self) }
  }

  func report(_ diagnostic: Diagnostic) { remarks.append(diagnostic) }

  /// The text of the first file.
  var text: String? { names.first.flatMap { texts[$0] } }

  /// What was told, with places.
  var told: [String] { remarks.map { "\($0.position) \($0.id)" } }
}
