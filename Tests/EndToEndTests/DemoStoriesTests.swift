import Foundation
import Testing

extension EndToEnd {
    /// Each row of docs/DEMO.md's table of planted stories, asked of the program: what it says is what stands there.
    @Suite("What the demo's document says the program says", .serialized)
    struct DemoStoriesTests {
        /// The default town, made once.
        private static let made = Result {
            let folder = try Folder()
            let outcome = try Program.run(["demo", "--path"], in: folder)
            return (folder: folder, store: outcome.output.trimmingCharacters(in: .whitespacesAndNewlines))
        }

        private let text: String

        init() throws {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            text = try String(contentsOf: root.appendingPathComponent("docs/DEMO.md"), encoding: .utf8)
        }

        private func show(_ arguments: String...) throws -> [String: Any] {
            let (folder, store) = try Self.made.get()
            let outcome = try Program.run(["show"] + arguments + ["--store", store, "--format", "json"], in: folder)
            try #require(outcome.status == 0, "\(outcome.errors)")
            return try outcome.json()
        }

        /// The document has a row with these words.
        private func says(_ words: String) {
            #expect(text.contains(words), "\(words)")
        }

        private func number(_ value: Any?) -> Double { (value as? NSNumber)?.doubleValue ?? .nan }

        private func part(_ value: Any?, _ key: String) -> Any? { (value as? [String: Any])?[key] }

        private func rate(_ measure: Any?) -> String { percent(number(part(measure, "value"))) }

        private func percent(_ share: Double) -> String { String(format: "%.1f%%", share * 100) }

        private func rows(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

        private func row(_ value: Any?, _ key: String, _ name: String) -> [String: Any] {
            rows(value).first { $0[key] as? String == name } ?? [:]
        }

        private func grouped(_ count: Double) -> String {
            let count = Int(count)
            return count < 1000 ? String(count) : "\(count / 1000)," + String(format: "%03d", count % 1000)
        }

        @Test("Blue badge: who drops, and by which channel")
        func blueBadge() throws {
            let funnel = try show(
                "funnel",
                "--step",
                "landing",
                "start form",
                "upload document",
                "submit",
                "confirmation",
                "--where",
                "service=blue badge",
                "--within",
                "14d",
                "--by",
                "channel"
            )
            let (entered, converted) = (number(funnel["entered"]), number(funnel["converted"]))
            let times = try #require(funnel["timeToConvert"] as? [String: Any])
            let hours = (number(times["p50"]) / 3_600_000).rounded(.down)
            says(
                "\(grouped(entered)) entered, \(percent(converted / entered)) converted within 14 days, median "
                    + "\(Int(hours)) hours, \(grouped(number(funnel["pending"]))) pending"
            )
            let parts = ["web", "app", "phone", "counter"].map { row(funnel["groups"], "value", $0) }
            let shares = parts.map { percent(number($0["converted"]) / number($0["entered"])) }
            says("web \(shares[0]), app \(shares[1]), phone \(shares[2]), counter \(shares[3])")
            let medians = parts.map { String(Int((number($0["medianTimeToConvert"]) / 3_600_000).rounded())) }
            says("medians \(medians.joined(separator: ", ")) hours")
        }

        @Test("Housing: what is lost online, and since the upload step changed")
        func housing() throws {
            func leaks(_ scope: String...) throws -> (own: String, all: String) {
                let (folder, store) = try Self.made.get()
                let call = ["show", "contacts", "--store", store, "--format", "json"] + scope
                let services = rows(try Program.run(call, in: folder).json()["services"])
                let lost = services.reduce(0) { $0 + number($1["lostDigital"]) }
                let leaks = services.reduce(0) { $0 + number($1["leaks"]) }
                return (rate(row(services, "service", "housing")["leakRate"]), percent(leaks / lost))
            }
            let all = try leaks()
            says("\(all.own) of lost attempts, against \(all.all) over all services")
            let before = try show("kpis", "--where", "service=housing", "--to", "2025-11-13")
            let after = try show("kpis", "--where", "service=housing", "--from", "2025-11-14")
            says("\(rate(before["completion"])) before, \(rate(after["completion"])) from then on")
            let filter = ["--where", "service=housing"]
            let was = try leaks(filter[0], filter[1], "--to", "2025-11-13").own
            let since = try leaks(filter[0], filter[1], "--from", "2025-11-14").own
            says("of lost attempts \(was) became a contact before, \(since) after")
        }

        @Test("Parking, school places, council tax: trends")
        func trends() throws {
            let parking = ["--where", "service=parking permit"]
            let last = try show("kpis", parking[0], parking[1], "--from", "2025-10-01")
            let earlier = try show("kpis", parking[0], parking[1], "--to", "2025-09-30")
            says("completion \(rate(last["completion"])), before \(rate(earlier["completion"]))")
            func starts(_ service: String, _ month: String) throws -> String {
                let trend = rows(try show("kpis", "--where", "service=\(service)")["trend"])
                let found = trend.filter { ($0["period"] as? String)?.hasSuffix("-" + month) == true }
                return grouped(
                    found.reduce(0) { $0 + number(($1["completion"] as? [String: Any])?["denominator"]) }
                )
            }
            let school = try ["01", "09", "06"].map { try starts("school places", $0) }
            says("starts: January \(school[0]), September \(school[1]), June \(school[2])")
            let council = try ["04", "03", "05"].map { try starts("council tax", $0) }
            says("starts: April \(council[0]), March \(council[1]), May \(council[2])")
            let early = try show("kpis", "--from", "2024-Q1", "--to", "2024-Q1")
            let late = try show("kpis", "--from", "2025-Q4", "--to", "2025-Q4")
            let (then, now) = (rate(early["takeUp"]), rate(late["takeUp"]))
            says("take-up \(then) in the first quarter of 2024, \(now) in the last of 2025")
        }

        @Test("The website was down on two days")
        func outage() throws {
            func events(_ filter: String, _ days: String...) throws -> Double {
                let periods = rows(
                    try show(
                        "channels",
                        "--every",
                        "day",
                        "--from",
                        "2025-10-09",
                        "--to",
                        "2025-10-12",
                        "--where",
                        filter
                    )["periods"]
                )
                return periods.filter { days.contains($0["period"] as? String ?? "") }.reduce(0) {
                    $0 + number($1["events"])
                }
            }
            says("\(grouped(try events("touchpoint=error page", "2025-10-11", "2025-10-12"))) error pages online")
            let calls = try events("channel=phone", "2025-10-11", "2025-10-12")
            let usual = try events("channel=phone", "2025-10-09")
            says("\(grouped(calls)) events by phone on the two days, \(grouped(usual)) on the Thursday before")
        }

        @Test("Preferences, consents, and the four contacts")
        func preferences() throws {
            let all = try show("preferences")
            let chance = percent(number(all["expectedByChance"]))
            let kappa = String(format: "%.2f", number(all["kappa"])).dropFirst()
            let overall = rate(part(all["pipeline"], "honoured"))
            says("honoured \(overall), by chance \(chance), kappa \(kappa)")
            let honoured = ["housing", "school places", "parking permit"].map {
                rate(row(all["services"], "service", $0)["honoured"])
            }
            says("housing honours \(honoured[0]), school places \(honoured[1]), parking \(honoured[2])")
            let parking = row(all["services"], "service", "parking permit")
            #expect(number(part(parking["asked"], "value")) > 0.9)
            #expect(number(part(parking["used"], "value")) == 0)
            says("over 90% asked; routed by it 0%")
            let consent = try show("consent")
            says("\(rate(consent["coverage"])) of those asked gave it for communication")
            #expect(rows(consent["breaches"]).reduce(0) { $0 + number($1["contacts"]) } == 4)
            says("| Four people were texted after withdrawing | 4, and must be 0")
            let notices = row(consent["purposes"], "purpose", "payment notices")
            says("\(grouped(number(part(notices["coverage"], "denominator")))) for payment notices")
        }

        @Test("Groups, hand-offs, a test, repeated contacts, ratings")
        func others() throws {
            let need = try show("equity", "--by", "person.access_need")
            let needs = ["screen reader", "none"].map { rate(row(need["groups"], "value", $0)["completion"]) }
            says("\(needs[0]), people without a need \(needs[1])")
            let language = try show("equity", "--by", "person.language")
            let languages = ["Bengali", "English"].map { rate(row(language["groups"], "value", $0)["completion"]) }
            says("\(languages[0]), English \(languages[1])")
            let pair = rows(try show("handoffs")["pairs"]).first {
                $0["from"] as? String == "counter" && $0["to"] as? String == "web"
            }
            let (done, asked) = (pair?["completed"] as? [String: Any], pair?["reAsked"] as? [String: Any])
            says(
                "\(grouped(number(pair?["count"]))) hand-offs from counter to web: "
                    + "\(grouped(number(asked?["numerator"]))) ask again, \(grouped(number(done?["numerator"]))) of "
                    + "\(grouped(number(done?["denominator"]))) are completed"
            )
            let test = try show(
                "funnel",
                "--step",
                "start form",
                "submit",
                "confirmation",
                "--where",
                "service=council tax",
                "--from",
                "2025-03",
                "--to",
                "2025-09",
                "--by",
                "variant"
            )
            let arms = ["A", "B"].map { name -> String in
                let arm = row(test["groups"], "value", name)
                let share = percent(number(arm["converted"]) / number(arm["entered"]))
                return "\(name) \(share) of \(grouped(number(arm["entered"])))"
            }
            says(arms.joined(separator: ", "))
            let chases = rows(try show("channels", "--where", "reason=progress chase")["totals"])
            let contacts = try show("contacts")
            says(
                "\(grouped(chases.reduce(0) { $0 + number($1["events"]) })) events with the reason `progress chase`; "
                    + "\(grouped(number(contacts["repeats"]))) contacts repeated within a week"
            )
            let satisfaction = try show("kpis")["satisfaction"] as? [String: Any]
            says("\(grouped(number(satisfaction?["denominator"]))) ratings")
        }

        @Test("No row leads to a screen that there is not")
        func screens() throws {
            for name in ["People", "Feedback", "Experiments"] { #expect(!text.contains(" \(name) |"), "\(name)") }
        }
    }
}
