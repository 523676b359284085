/// A rule of OWL 2 RL/RDF, or one of griot's own beside it, by the name that reports give it.
///
/// - SeeAlso: OWL 2 Profiles, section 4.3 (tables 4 to 9).
enum EntailmentRule: String, CaseIterable, Sendable {
  case eqSym = "eq-sym"
  case eqTrans = "eq-trans"
  case eqRepS = "eq-rep-s"
  case eqRepP = "eq-rep-p"
  case eqRepO = "eq-rep-o"
  case eqDiff1 = "eq-diff1"
  case eqDiff2 = "eq-diff2"
  case eqDiff3 = "eq-diff3"
  case prpDom = "prp-dom"
  case prpRng = "prp-rng"
  case prpFp = "prp-fp"
  case prpIfp = "prp-ifp"
  case prpIrp = "prp-irp"
  case prpSymp = "prp-symp"
  case prpAsyp = "prp-asyp"
  case prpTrp = "prp-trp"
  case prpSpo1 = "prp-spo1"
  case prpSpo2 = "prp-spo2"
  case prpPdw = "prp-pdw"
  case prpAdp = "prp-adp"
  case prpInv1 = "prp-inv1"
  case prpInv2 = "prp-inv2"
  case prpKey = "prp-key"
  case prpNpa1 = "prp-npa1"
  case prpNpa2 = "prp-npa2"
  case clsThing = "cls-thing"
  case clsNothing2 = "cls-nothing2"
  case clsInt1 = "cls-int1"
  case clsInt2 = "cls-int2"
  case clsUni = "cls-uni"
  case clsCom = "cls-com"
  case clsSvf1 = "cls-svf1"
  case clsSvf2 = "cls-svf2"
  case clsAvf = "cls-avf"
  case clsHv1 = "cls-hv1"
  case clsHv2 = "cls-hv2"
  case clsMaxc1 = "cls-maxc1"
  case clsMaxc2 = "cls-maxc2"
  case clsMaxqc1 = "cls-maxqc1"
  case clsMaxqc2 = "cls-maxqc2"
  case clsMaxqc3 = "cls-maxqc3"
  case clsMaxqc4 = "cls-maxqc4"
  case clsOo = "cls-oo"
  case caxSco = "cax-sco"
  case caxDw = "cax-dw"
  case caxAdc = "cax-adc"
  case dtDiff = "dt-diff"
  case dtNotType = "dt-not-type"
  case scmSco = "scm-sco"
  case scmEqc1 = "scm-eqc1"
  case scmEqc2 = "scm-eqc2"
  case scmSpo = "scm-spo"
  case scmEqp1 = "scm-eqp1"
  case scmEqp2 = "scm-eqp2"
  case scmDom1 = "scm-dom1"
  case scmDom2 = "scm-dom2"
  case scmRng1 = "scm-rng1"
  case scmRng2 = "scm-rng2"
  case scmHv = "scm-hv"
  case scmSvf1 = "scm-svf1"
  case scmSvf2 = "scm-svf2"
  case scmAvf1 = "scm-avf1"
  case scmAvf2 = "scm-avf2"
  case scmInt = "scm-int"
  case scmUni = "scm-uni"
  /// A property that relates nothing relates something; beside the profile.
  case bottomProperty = "griot-bottom"
  /// A class whose members need a value of the empty class has a member; beside the profile.
  case someNothing = "griot-svf-nothing"
  /// More values than a maximum above 1, each different from the others; beside the profile.
  case maximum = "griot-max"
  /// Everything is a member of the empty class; beside the profile.
  case emptyThing = "griot-thing"

  /// The rules that make triples at ``EntailmentLevel/rdfs``.
  static let ofRDFS: Set<EntailmentRule> = [
    .prpDom, .prpRng, .prpSpo1, .caxSco, .scmSco, .scmSpo, .scmEqc1, .scmEqp1, .scmInt, .scmUni,
    .eqSym, .eqTrans,
  ]

  /// Whether it ends in an inconsistency and makes no triple.
  var isContradiction: Bool {
    switch self {
    case .eqDiff1, .eqDiff2, .eqDiff3, .prpIrp, .prpAsyp, .prpPdw, .prpAdp, .prpNpa1, .prpNpa2,
      .clsNothing2, .clsCom, .clsMaxc1, .clsMaxqc1, .clsMaxqc2, .caxDw, .caxAdc, .dtDiff,
      .dtNotType, .bottomProperty, .someNothing, .maximum, .emptyThing:
      true
    default: false
    }
  }
}
