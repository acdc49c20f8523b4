using RbcBot.Core.Forms.Workbooks;

namespace RbcBot.Core.Forms.Compiling;

/// <summary>What a row says, shows and waits for: the cells that questions, groups and repeats have alike.</summary>
static class RowTexts
{
    static readonly (string Column, MediaKind Kind)[] MediaColumns =
        [("image", MediaKind.Image), ("big_image", MediaKind.Image), ("audio", MediaKind.Audio), ("video", MediaKind.Video)];

    internal static Bind Of(Draft draft, TableRow row, Bind bind) => bind with
    {
        Relevant = draft.Expression(row, "relevant"),
        Label = draft.Texts(row, "label"),
        Hint = draft.Texts(row, "hint"),
        Guidance = draft.Texts(row, "guidance_hint"),
        ConstraintMessage = draft.Texts(row, "constraint_message"),
        RequiredMessage = draft.Texts(row, "required_message"),
        Media = Media(draft, draft.Survey, row),
        Appearance = draft.Survey[row, "appearance"],
    };

    /// <summary>The files that go with a row of either sheet; of an image in two sizes the usual one.</summary>
    internal static IReadOnlyList<FormMedia> Media(Draft draft, FormSheet sheet, TableRow row)
    {
        List<FormMedia> found = [];
        foreach (var (column, kind) in MediaColumns)
        {
            foreach (var (language, file) in draft.Languages.ByCode(sheet.Translations(row, column)))
            {
                if (!found.Exists(media => media.Kind == kind && media.Language == language))
                {
                    found.Add(new(kind, language, file));
                    draft.Attached(file, sheet.At(row, column));
                }
            }
        }
        return found;
    }
}
