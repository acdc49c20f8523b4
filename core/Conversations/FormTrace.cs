using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>A line or an area of places, shared or written one after the other until the person is done.</summary>
static class FormTrace
{
    public static bool Fits(FormStep step) => step.Question.Type is QuestionType.GeoTrace or QuestionType.GeoShape;

    public static bool IsBegun(FormStep step, Asked asked) => Fits(step) && asked.Partial.Length > 0;

    public static int Points(Asked asked) => asked.Partial.Split(';', StringSplitOptions.RemoveEmptyEntries).Length;

    public static void Add(Scene scene, FormRun run, FormStep step, string place)
    {
        var begun = scene.Session.Asked!.Partial; // a question stands: who calls looked
        Keep(scene, run, step, begun.Length > 0 ? $"{begun}; {place}" : place);
    }

    public static void Keep(Scene scene, FormRun run, FormStep step, string points) =>
        FormAsking.Put(scene, run, step, [], scene.Session.Asked! with { Token = scene.NewToken(), Partial = points }); // a question stands: who calls looked

    /// <summary>An area ends where it began.</summary>
    public static void Finish(Scene scene, FormLife life, FormRun run, FormStep step)
    {
        var points = scene.Session.Asked!.Partial.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries); // a question stands: who calls looked
        var isOpen = step.Question.Type == QuestionType.GeoShape && points[0] != points[^1];
        FormAnswering.Give(scene, life, run, step, string.Join("; ", isOpen ? [.. points, points[0]] : points), "");
    }
}
