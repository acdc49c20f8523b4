using RbcBot.Core.Forms.Running;

namespace RbcBot.Core.Forms.Versions;

/// <summary>The answers of a run, brought from one version of its form to another.</summary>
/// <param name="Run">The run of the newer form with what was kept, in the order in which it was given.</param>
/// <param name="Dropped">What did not come along, in the order in which it was given.</param>
public sealed record Migration(FormRun Run, IReadOnlyList<DroppedAnswer> Dropped)
{
    public IReadOnlyList<GivenAnswer> Kept => Run.Answers;

    /// <summary>Paths of the newer form where an answer was dropped and one is wanted again, as the run stands.</summary>
    public IReadOnlyList<string> Again => [.. Dropped.Select(dropped => dropped.NewPath).Where(path => path.Length > 0 && Run.At(path) is { Question.IsAsked: true }).Distinct()];

    /// <summary>Keeps an answer where question, type and choices still match and nothing in the newer form newly forbids it. Never throws and never invents.</summary>
    public static Migration Of(Form older, Form newer, IReadOnlyList<GivenAnswer> answers, FormMoment moment)
    {
        var before = FormRun.Of(older, answers, moment);
        var way = new InstanceWay(older, newer);
        var (kept, dropped) = (new List<Carried>(), new List<(int At, DroppedAnswer Dropped)>());
        foreach (var (at, answer) in before.Answers.Index())
        {
            if (KeptValues.IsKept(answer.Path))
            {
                kept.AddRange(Remembered(way, newer, answer).Select(path => new Carried(at, answer, path)));
                continue;
            }
            var (path, why) = way.Judge(answer);
            if (why is { } reason)
            {
                dropped.Add((at, new(answer.Path, answer.Value, reason, path)));
            }
            else
            {
                kept.Add(new(at, answer, path));
            }
        }
        var run = FormRun.Of(newer, [.. kept.Select(carried => new GivenAnswer(carried.Path, carried.Answer.Value))], moment);
        while (Settle(before, ref run, kept, dropped))
        {
        }
        return new(run, [.. dropped.OrderBy(pair => pair.At).Select(pair => pair.Dropped)]);
    }

    /// <summary>Where a row of the newer form keeps what a row of the older one kept of its own; nowhere when it cannot. The person never gave it, so nothing is said of it.</summary>
    static IEnumerable<string> Remembered(InstanceWay way, Form newer, GivenAnswer kept) =>
        way.Judge(kept with { Path = KeptValues.Of(kept.Path) }) is ({ Length: > 0 } path, null) && newer.Plan.At(InstancePath.Plain(path)) is { } index && newer.Plan.Binds[index].Remembers
            ? [path + KeptValues.Mark]
            : [];

    /// <summary>Drops what the newer form newly refuses, one after the other: each is judged without those before it. True when something was dropped.</summary>
    static bool Settle(FormRun before, ref FormRun run, List<Carried> kept, List<(int At, DroppedAnswer Dropped)> dropped)
    {
        var stands = kept.Count;
        foreach (var carried in kept.Where(carried => !KeptValues.IsKept(carried.Path)).ToArray())
        {
            if (Judge(before, run, carried) is { } why)
            {
                run = run.Without(carried.Path);
                kept.Remove(carried);
                dropped.Add((carried.At, new(carried.Answer.Path, carried.Answer.Value, why, carried.Path)));
            }
        }
        return kept.Count < stands;
    }

    /// <summary>What is not relevant rests, as in any run. What the older form refuses just as well (an answer given before another one changed) is not new.</summary>
    static DropReason? Judge(FormRun before, FormRun run, Carried carried)
    {
        if (run.Answers.All(answer => answer.Path != carried.Path))
        {
            return run.Form.Find(carried.Path) is null ? DropReason.QuestionGone : DropReason.OtherRepeat;
        }
        if (!run.IsRelevant(carried.Path))
        {
            return null;
        }
        return Refused(run, carried.Path, carried.Answer.Value) is { } refused && Refused(before, carried.Answer.Path, carried.Answer.Value) != refused
            ? Reason(run, carried, refused)
            : null;
    }

    /// <summary>Why the form refuses the value where it stands, or would store another one; null when it takes it as it is.</summary>
    static Refusal? Refused(FormRun run, string path, string value) => run.Try(path, value) switch
    {
        { Run: { } next } => next.Answers.First(answer => answer.Path == path).Value == value ? null : Refusal.WrongType,
        var attempt => attempt.Refused,
    };

    static DropReason? Reason(FormRun run, Carried carried, Refusal refused) => refused switch
    {
        Refusal.Required => DropReason.Required,
        Refusal.Constraint => DropReason.Constraint,
        Refusal.WrongType => DropReason.OtherType,
        Refusal.NotAnOption => run.Form.Find(carried.Path) is { } question && carried.Answer.Value.Split(' ').All(name => question.Choices.Any(choice => choice.Name == name))
            ? DropReason.FilteredOut
            : DropReason.ChoiceGone,
        Refusal.NotRelevant => null,
        _ => throw new ArgumentOutOfRangeException(nameof(refused), refused, null),
    };

    /// <summary>An answer on its way.</summary>
    /// <param name="At">Its place in the order.</param>
    /// <param name="Path">Where it stands in the newer form.</param>
    sealed record Carried(int At, GivenAnswer Answer, string Path);
}
