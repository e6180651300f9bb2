import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// Each map that comes with the program reads a table of the layout that it was made for.
///
/// The tables have the header of the real file, and a few rows in its form.
struct BundledMapTests {
  private static let maps = Place.root.appending(path: "Maps").path

  @Test(arguments: MapSample.all)
  func readsATableOfItsLayout(_ sample: MapSample) throws {
    let place = try Place(bundling: [:])
    defer { place.remove() }
    var locations = place.locations
    locations.maps = Self.maps
    let file = try place.write(sample.file, sample.table)
    let report = try Library(at: locations).checking([file])
    #expect(report.readers.map(\.map) == [sample.map])
    #expect(report.publications == [sample.publication])
    #expect(report.diagnostics.filter { $0.severity == .error } == [])
    #expect(report.statements == sample.statements)
  }

  @Test func eachMapHasASampleAndSaysWhereItsLayoutWasSeen() throws {
    var locations = Place.bundledOnly
    locations.maps = Self.maps
    let maps = BundledMaps(locations).maps
    #expect(maps.map(\.name).sorted() == Set(MapSample.all.map(\.map)).sorted())
    for map in maps {
      let text = try String(contentsOfFile: map.path, encoding: .utf8)
      #expect(text.contains("\nlayout:\n  seen: ") || text.contains("\nlayout:\n  seen:\n"))
      let page = try String(
        contentsOf: Place.root.appending(path: "Documentation/Maps.md"), encoding: .utf8)
      #expect(page.contains("`\(map.name)`"), "\(map.name) is not on the page")
    }
  }
}
