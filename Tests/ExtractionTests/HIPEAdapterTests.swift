import Extraction
import Testing

/// HIPE's columns; the text that the tokens make is what spans count in.
@Suite struct HIPEAdapterTests {
  private static let columns = ["TOKEN", "NE-COARSE-LIT", "NE-NESTED", "NEL-LIT", "MISC"]
  private static let heading = columns.joined(separator: "\t") + "\n"

  private func read(_ lines: [String], profile: String? = nil) throws -> Adapted {
    let head = "# hipe2022:document_id = d1\n# hipe2022:language = fr\n"
    return try Adapted(
      .hipe, Self.heading + head + lines.joined(separator: "\n"), columns: Self.columns,
      profile: profile)
  }

  @Test func mentionsWithTheirLinks() throws {
    let adapted = try read([
      "À\tO\tO\t_\t_", "Bama\tB-LOC\tO\tQ1\tNoSpaceAfter|EndOfLine", "ko\tI-LOC\tO\tQ1\tEndOfLine",
      "😀\tO\tO\t_\tEndOfSentence", "M\tB-PER\tB-LOC\tNIL\tNoSpaceAfter", ".\tI-PER\tI-LOC\tNIL\t_",
      "Ki\tI-PER\tO\tNIL\t_", "BAMAKO\tB-LOC\tO\tQ1\t_",
    ])
    #expect(adapted.errors.isEmpty)
    #expect(
      adapted.entities == [
        "Q1 Place Bamako|BAMAKO 2-8|17-23 http://www.wikidata.org/entity/Q1",
        "m2 Person M. Ki 11-16",
      ])
    #expect(adapted.words == ["Bamako", "BAMAKO", "M. Ki"])
    #expect(adapted.messages.isEmpty)
    #expect(
      adapted.result.omissions == [
        "line ends inside a word": 1, "EndOfSentence": 1, "NE-NESTED mentions": 1,
        "links to nothing (NIL)": 1,
      ])
  }

  @Test(arguments: [
    (
      ["x\tB-LOC\tO\t_"],
      "a:4:1: error: the line has 4 columns; expected 5, as the first line names"
    ),
    (
      ["x\tI-LOC\tO\t_\t_"],
      "a:4:3: error: the tag is \"I-LOC\" and no such mention goes on; expected \"B-LOC\""
    ),
    (["x\tLOC\tO\t_\t_"], "a:4:3: error: the tag is \"LOC\"; expected O, or B- or I- and a type"),
    (
      ["é\tB-LOC\tO\tfr\t_"],
      "a:4:11: error: the link is \"fr\"; expected an item of Wikidata such as Q142, NIL or _"
    ),
    (
      ["x\tB-perss\tO\t_\t_"],
      "a:4:5: error: the profile hipe says nothing of the type \"perss\"; expected "
        + "a line \"perss: …\" under types in a file that --profile names; did you mean \"pers\"?"
    ),
  ])
  func faults(_ lines: [String], _ message: String) throws {
    #expect(try read(lines).errors == [message])
  }

  @Test func aProfileOfOnesOwn() throws {
    let lines = ["x\tB-Lok\tO\t_\t_", "y\tB-LOC\tO\t_\t_", "z\tB-PER\tO\t_\t_"]
    let adapted = try read(lines, profile: "types: {Lok: Region, PER: ~}")
    #expect(adapted.entities == ["m1 Region x 0-1", "m2 Place y 2-3"])
    #expect(adapted.result.omissions == ["types \"PER\"": 1])
    #expect(try read(lines, profile: "other: Region").entities.count == 3)
  }

  @Test func aTextWithoutALanguage() throws {
    let text = Self.heading + "x\tB-LOC\tO\t_\t_"
    let adapted = try Adapted(.hipe, text, columns: Self.columns)
    #expect(
      adapted.errors == [
        "a:1:1: error: nothing says what language the text is in; expected --language with a tag such as fr"
      ])
    #expect(try Adapted(.hipe, text, columns: Self.columns, language: "de").errors.isEmpty)
  }
}
