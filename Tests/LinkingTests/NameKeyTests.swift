import Linking
import Testing

@Suite struct NameKeyTests {
  @Test(arguments: [
    ("L’État islamique", "etat islamique"), ("ETAT ISLAMIQUE", "etat islamique"),
    ("Al-Qaïda", "al qaida"), ("Accord d'Alger (2015)", "accord d alger 2015"),
    ("The United Nations", "united nations"), ("Œuvre", "oeuvre"), ("ﬁn", "fin"),
    ("Straße", "strasse"), ("Łódź", "lodz"), ("Saint - Pierre - Vaast", "saint pierre vaast"),
    ("La", "la"), ("UN", "un"), ("…", ""), ("So\u{AD}ciété", "societe"),
    ("con¬temple", "contemple"),
    ("Мали\u{301}", "мали"), ("माली", "माली"), ("مَالِي", "مالي"), ("２０２４", "2024"),
  ])
  func keys(_ name: String, _ key: String) {
    #expect(NameKey(name).text == key)
  }

  @Test func composedAndDecomposedAreOne() {
    #expect(NameKey("Côte d’Ivoire") == NameKey("Co\u{302}te d'Ivoire"))
  }
}
