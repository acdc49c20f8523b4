using RbcBot.Core.Forms;

namespace RbcBot.Core.Content;

/// <summary>What the content folder holds, read once at start.</summary>
/// <param name="Findings">What the lint says about modules and helplines, with file, sheet, row and column.</param>
public sealed record Library(IReadOnlyList<Module> Modules, IReadOnlyList<Helpline> Helplines, IReadOnlyList<Finding> Findings)
{
    public static readonly Library Empty = new([], [], []);

    /// <summary>The lesson of an id such as EPI-01; null when there is none.</summary>
    public Lesson? Lesson(string id) => Modules.SelectMany(module => module.Lessons).FirstOrDefault(lesson => lesson.Id == id);
}
