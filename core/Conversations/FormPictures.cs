using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>The pictures, sounds and films that go with a question, in the person's language.</summary>
static class FormPictures
{
    /// <summary>Most files that show choices: more would bury the question.</summary>
    const int MostOfChoices = 10;

    public static IReadOnlyList<OutboundMedia> Of(Scene scene, FormStep step) =>
    [
        .. Own(scene, step.Media, ""),
        .. LongList.Is(step) ? [] : step.Options.SelectMany(option => Own(scene, option.Media, option.Label(FormAsking.Code(scene)))).Take(MostOfChoices),
    ];

    // One file of a kind: that of the language, else the one without a language, else the first.
    static IEnumerable<OutboundMedia> Own(Scene scene, IReadOnlyList<FormMedia> media, string caption)
    {
        if (media.Count == 0)
            return [];
        var form = scene.Catalogue.Forms[scene.Session.FormVersion];
        return media.GroupBy(one => one.Kind)
            .Select(kind => kind.OrderBy(one => one.Language == FormAsking.Code(scene) ? 0 : one.Language.Length == 0 ? 1 : 2).First())
            .Where(one => form.Attachments.ContainsKey(one.File))
            .Select(one => new OutboundMedia(one.Kind, form.Version, one.File, caption));
    }
}
