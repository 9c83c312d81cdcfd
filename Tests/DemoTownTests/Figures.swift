import DemoTown
import JourneyModel
import Testing

@Test func printFigures() throws {
    let t = try TownFacts.riverbend.get()
    let H = TownFacts.day(2026, 1, 1).advanced(by: -1)
    print("events", t.rows.count, "people", t.people.count, "cases", t.cases.count, "side", t.side.count)
    func tally(_ f: (TownFacts.Row) -> String) -> String {
        var d: [String: Int] = [:]
        for r in t.rows { d[f(r), default: 0] += 1 }
        return d.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
    print(tally(\.channel)); print(tally(\.service)); print(tally(\.touchpoint)); print(tally { $0[Dimension.outcome] ?? "-" })
    print(tally { $0[Dimension.actor] ?? "-" }); print(tally { $0[Dimension.reason] ?? "-" }); print(tally { $0[Dimension.purpose] ?? "-" })
    let offline = t.people.filter { !$0.value.contains { $0.isDigital } }.count
    print("offline", Share(count: offline, total: t.people.count), "aliases", t.aliases.count)
    let steps = ["landing", "start form", "upload document", "submit", "confirmation"]
    let f = t.funnel("blue badge", steps, within: 14 * .day, horizon: H)
    print("BB funnel", f.reached, f.pending, Share(count: f.reached[4], total: f.reached[0]), "median h", f.times[f.times.count / 2] / .hour, "p90 h", f.times[f.times.count * 9 / 10] / .hour)
    for c in ["web", "app", "phone", "counter"] {
        let g = t.funnel("blue badge", steps, within: 14 * .day, horizon: H) { $0.channel == c }
        print("  ", c, g.reached, g.pending, Share(count: g.reached[4], total: g.reached[0]), "median h", g.times[g.times.count / 2] / .hour)
    }
    let ch = TownFacts.day(2025, 11, 14)
    print("all completion", t.completion(), "Q4", t.completion(in: TimeRange(from: TownFacts.day(2025, 10, 1))), "Q3", t.completion(in: TimeRange(from: TownFacts.day(2025, 7, 1), to: TownFacts.day(2025, 10, 1))))
    for s in Set(t.rows.map(\.service)).sorted() where s != "" {
        let a = t.agreement([s])
        print(s, "compl", t.completion(s), "Q4", t.completion(s, in: TimeRange(from: TownFacts.day(2025, 10, 1))), "leak", t.leak(s), "honoured", a.honouredShare, "used", a.usedShare)
    }
    print("housing completion before", t.completion("housing", in: TimeRange(to: ch)), "after", t.completion("housing", in: TimeRange(from: ch)))
    print("housing leak before", t.leak("housing", in: TimeRange(to: ch)), "after", t.leak("housing", in: TimeRange(from: ch)))
    print("leak all", t.leak())
    let a = t.agreement()
    print("agreement", a.honouredShare, "used", a.usedShare, "chance", a.byChance, "kappa", a.kappa, a.wished, a.used)
    print("breaches", t.contactsAfterWithdrawal.count)
    let contacted = Set(t.rows.filter(\.isOutbound).compactMap(\.person))
    let asked = Set(t.preferences.filter { $0.kind == .asked && $0.purpose != .content }.map(\.person))
    let capt = Set(t.preferences.filter { $0.kind == .captured && $0.purpose != .content }.map(\.person))
    print("contacted", contacted.count, "asked", Share(count: asked.intersection(contacted).count, total: contacted.count), "captured", Share(count: capt.intersection(contacted).count, total: contacted.count))
    let out = t.rows.filter(\.isOutbound)
    let granted = Set(t.consents.filter { $0.status == .granted }.map(\.person)), ask = Set(t.consents.filter { $0.status == .asked }.map(\.person))
    print("outbound", out.count, "tailored", Share(count: out.filter { $0[Dimension.tailored] == "yes" }.count, total: out.count), "consent", Share(count: granted.count, total: ask.count))
    print("withdrawn", t.consents.filter { $0.status == .withdrawn }.count)
    for g in ["access_need", "language", "age_band", "region"] {
        for v in Set(t.traits.values.compactMap { $0[g] }).sorted() {
            print("  ", g, v, t.completion { t.traits[$0[0].person ?? ""]?[g] == v })
        }
    }
    let pn = TownFacts.day(2025, 3, 14)
    let sign = Set(t.consents.filter { $0.purpose == "payment notices" }.map(\.person))
    let calls = t.rows.filter { $0[Dimension.reason] == "payment date" }
    print("signers", sign.count, "calls signers before", calls.filter { sign.contains($0.person ?? "") && $0.time < pn }.count, "after", calls.filter { sign.contains($0.person ?? "") && $0.time >= pn }.count, "others", calls.filter { !sign.contains($0.person ?? "") && $0.time < pn }.count, calls.filter { !sign.contains($0.person ?? "") && $0.time >= pn }.count)
    for d in 6...16 { let r = TimeRange(from: TownFacts.day(2025, 10, d), to: TownFacts.day(2025, 10, d + 1)); let x = t.rows.filter { r.contains($0.time) }
        print("  oct", d, "errors", x.filter { $0.touchpoint == "error page" }.count, "calls", x.filter { $0.touchpoint == "phone enquiry" }.count) }
    for s in ["school places", "council tax"] { print(s, (1...12).map { m in t.rows.filter { $0.service == s && $0.touchpoint == "start form" && Zone.utc.date(at: $0.time).month == m }.count }) }
    let re = t.rows.filter { $0[Dimension.reask] == "yes" }
    print("reask", re.count, Set(re.map(\.channel)))
    let fb = t.feedback
    print("feedback", fb.count, "answered", fb.filter { $0.score != nil }.count, "failure", fb.filter { $0.outcome == "error" }.count, "mean", fb.compactMap(\.score).reduce(0, +) / Double(fb.filter { $0.score != nil }.count))
    print("cost", t.costs.map(\.amount).reduce(0, +), "rows", t.costs.count, "per completed", t.costs.map(\.amount).reduce(0, +) / Double(t.completion().count))
    print("P6", tally { ($0[Dimension.actor] ?? "-") })
    let dc = t.cases.values.filter { $0.contains { $0.touchpoint == "confirmation" && $0.isDigital } }
    let clean = dc.filter { rows in let e = rows.last { $0.touchpoint == "confirmation" }!.time; return !(t.people[rows[0].person ?? ""] ?? []).contains { $0.service == rows[0].service && $0.isAssistedContact && $0.time > e && $0.time.since(e) <= 7 * .day } }
    print("E3", Share(count: clean.count, total: dc.count), "take-up", Share(count: dc.count, total: t.completion().count))
    print("calls by month", Dictionary(grouping: calls) { Zone.utc.date(at: $0.time).month }.mapValues(\.count))
}
