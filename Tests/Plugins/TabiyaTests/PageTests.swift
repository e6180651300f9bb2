import AdapterPages
import Testing

@testable import Tabiya

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: Tabiya())
  }
}
