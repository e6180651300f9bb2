import Foundation
import TestSupport
import Testing

/// Each input that is kept is given to its target again: a harmless one of each kind, and what once was a finding.
struct ReplayTests {
  private static let folder = Place.root.appending(path: "Fuzzing/Seeds")

  @Test(arguments: FuzzTarget.allCases)
  func whatIsKeptEnds(target: FuzzTarget) throws {
    let folder = Self.folder.appending(path: target.rawValue)
    let seeds = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    #expect(!seeds.isEmpty)
    for seed in seeds {
      let bytes = Array(try Data(contentsOf: seed))
      target.run(bytes)
      // Cut short and doubled, each is another.
      for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 16)) {
        target.run(Array(bytes.prefix(count)))
      }
      target.run(bytes + bytes)
    }
  }
}
