import RDF
import Testing

@Suite struct DatatypeTests {
  @Test(arguments: [
    ("2024-11-15", "2024-11-15", "2024-11-15", "2024-11-15", "2024-11-15"),
    ("2024-02", "2024-02-01", "2024-02-29", "2024-02-01", "2024-02-29"),
    ("2023~", "2023-01-01", "2023-12-31", "2023-01-01", "2023-12-31"),
    ("201X", "2010-01-01", "2019-12-31", "2010-01-01", "2019-12-31"),
    ("2013/2024-11-15", "2013-01-01", "2013-12-31", "2024-11-15", "2024-11-15"),
    ("2013/..", "2013-01-01", "2013-12-31", "-", "-"),
    ("/2024-11", "-", "-", "2024-11-01", "2024-11-30"),
    ("[2024-10-30,2024-11-06]", "2024-10-30", "2024-11-06", "2024-10-30", "2024-11-06"),
    ("-0044-03-15", "-0044-03-15", "-0044-03-15", "-0044-03-15", "-0044-03-15"),
    ("2024-11-15T24:00:00", "2024-11-15", "2024-11-15", "2024-11-15", "2024-11-15"),
  ])
  func boundsOfEDTF(_ row: (String, String, String, String, String)) throws {
    let date = try EDTF(row.0)
    let found = [date.earliestBegin, date.latestBegin, date.earliestEnd, date.latestEnd]
    #expect(found.map { $0?.lexical ?? "-" } == [row.1, row.2, row.3, row.4])
  }

  @Test(arguments: [
    ("2024-02-30", "there is no such date as 2024-02-30"),
    ("2023-02-29", "there is no such date as 2023-02-29"),
    ("2024-13", "there is no such date as 2024-13"),
    ("2024-00", "there is no such date as 2024-00"),
    ("2024/2023", "the interval 2024/2023 ends before it begins"),
  ])
  func impossibleEDTF(_ text: String, _ message: String) {
    do throws(EDTF.Fault) {
      _ = try EDTF(text)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test(arguments: [
    "", "15 novembre 2024", "2024-1-5", "..", "/", "2024-11-15+15:00", "[2024", "2024//2025",
    "20244", "2024-11-15T25:00:00", "1/2/3", "XXXX-1X-",
  ])
  func malformedEDTF(_ text: String) {
    #expect(throws: EDTF.Fault.self) { try EDTF(text) }
  }
}
