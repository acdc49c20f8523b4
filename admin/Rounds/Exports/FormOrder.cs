using RbcBot.Core.Forms;

namespace RbcBot.Admin.Rounds.Exports;

/// <summary>Where each question of a form stands in it.</summary>
/// <param name="form">Null when its file is not there: then answers stay in the order in which they were given.</param>
sealed class FormOrder(Form? form)
{
    readonly Dictionary<string, (int Place, QuestionType Type)> places = (form?.Questions ?? []).Index()
        .DistinctBy(question => question.Item.Path).ToDictionary(question => question.Item.Path, question => (question.Index, question.Item.Type), StringComparer.Ordinal);

    public Form? Form { get; } = form;

    /// <summary>The answers that belong into a submission, as the form has them; notes and what only the talk needs are left out.</summary>
    public IEnumerable<GivenAnswer> Sorted(IEnumerable<GivenAnswer> answers) => answers
        .Where(answer => !answer.Path.EndsWith(']'))
        .Select(answer => (Answer: answer, Known: places.TryGetValue(InstancePath.Plain(answer.Path), out var place), place.Place, place.Type))
        .Where(one => !one.Known || one.Type is not (QuestionType.Note or QuestionType.AnotherRepeat))
        .OrderBy(one => one.Known ? one.Place : int.MaxValue)
        .ThenBy(one => InstancePath.Places(one.Answer.Path), PlaceOrder.Instance)
        .Select(one => one.Answer);
}
