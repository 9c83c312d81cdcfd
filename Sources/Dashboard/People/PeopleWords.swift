import JourneyModel
import Wording

/// What a list of people says, in plain sentences.
enum PeopleWords {
    static func sentences(_ result: SubjectsResult) -> [String] {
        let unit = result.receipt.unit
        var sentences = [
            "\(NumberText.counted(result.total, unit)) \(result.total == 1 ? "is" : "are") behind the figure: "
                + "\(result.query.group.title.text)."
        ]
        if result.withheld > 0 {
            sentences.append(
                "\(NumberText.count(result.withheld)) of them have not agreed to being looked at one by one: "
                    + "they count, and are not listed (D17)."
            )
        }
        if result.subjects.count < result.total - result.withheld {
            sentences.append(
                "The first \(NumberText.count(result.subjects.count)) are listed, "
                    + "\(result.query.order.words(result.query.group))."
            )
        }
        sentences.append(
            unit == .case
                ? "Cases are shown by their numbers."
                : "A person is shown by a pseudonym: the same in every list of this store, and no part of the name. "
                    + "Events are counted up to today, whatever the period."
        )
        return sentences
    }
}
