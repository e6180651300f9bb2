import AdapterPages
import Testing

@testable import SSSOM

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: SSSOM())
  }
}
