import JourneyModel
import Wording

/// The answer on preferences in plain sentences.
enum PreferencesWords {
    static func sentences(_ result: PreferencesResult, targets: Targets) -> [String] {
        guard result.contacted != 0 else { return ["Nobody was contacted in the period and with the filters shown."] }
        var sentences: [String] = []
        if result.contactsAfterWithdrawal != 0 { sentences.append(redLine(result) + ", which must not be.") }
        if let captured = result.captured.value {
            sentences.append(
                "Of \(NumberText.counted(result.contacted, .person)) contacted, \(NumberText.percent(captured)) had a preference on "
                    + "record."
            )
            if let few = Sentence.few(result.contacted, .person) { sentences.append(few) }
        }
        if let used = result.used.value {
            sentences.append(
                "\(NumberText.percent(used)) of the contacts to them followed it; "
                    + "\(NumberText.count(result.peopleNotUsed)) of these people never saw theirs used."
            )
        }
        if let honoured = result.honoured.value {
            sentences.append(
                "\(NumberText.percent(honoured)) of the contacts to people who chose a channel arrived on it, which "
                    + "\(Sentence.goal(result.honoured, targets.preferenceHonoured))."
            )
        }
        if let chance = result.expectedByChance, let kappa = result.kappa {
            sentences.append(
                "Chance alone would give \(NumberText.percent(chance)): agreement beyond chance is "
                    + "\(BareDecimal.text(kappa)) of 1 (kappa)."
            )
        }
        let worst = PreferenceMatrix(result).rows.compactMap { row in
            row.worstDiversion.map { (row.preferred, $0.channel, $0.contacts) }
        }.max { $0.2 < $1.2 }
        if let worst {
            sentences.append(
                "The largest diversion: \(NumberText.counted(worst.2, "contact")) by \(worst.1) to people who asked "
                    + "for \(worst.0)."
            )
        }
        return sentences + result.warnings.map { $0.text + "." }
    }

    /// Contacts after consent was withdrawn, which must not be.
    static func redLine(_ result: PreferencesResult) -> String {
        let contacts = result.contactsAfterWithdrawal
        let people = result.peopleContactedAfterWithdrawal
        return "\(NumberText.count(contacts)) \(contacts == 1 ? "contact" : "contacts")"
            + (people != 0 ? " to \(NumberText.count(people)) \(people == 1 ? "person" : "people")" : "")
            + " after consent was withdrawn"
    }
}
