import AdapterPages
import Testing

@testable import SDMX

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: SDMX())
  }
}
