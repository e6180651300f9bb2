import AdapterPages
import Testing

@testable import SKOS

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: SKOS())
  }
}
