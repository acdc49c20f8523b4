using System.Collections.Concurrent;
using RbcBot.Core.Conversations;
using RbcBot.Core.Texts;

namespace RbcBot.Bot.Channels.Meta;

/// <summary>Sends a template in the person's language, else in another that Meta has approved it in: a template in English is better than none.</summary>
sealed class MetaTemplates(MetaOptions options, TimeProvider clock)
{
    /// <summary>Meta has no such template in that language.</summary>
    const int NoTranslation = 132001;

    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    readonly ConcurrentDictionary<(string Name, Language Language), DateTimeOffset> missing = [];

    /// <param name="send">Sends it in a language of Meta's.</param>
    public async Task<Delivery> SendAsync(TemplateUse template, Language language, Func<string, Task<MetaAnswer>> send)
    {
        Delivery delivery = new Failed($"There is no template {template.Name} in any language.", IsPermanent: true) { IsOurs = true };
        foreach (var next in Order(language).Where(one => !IsMissing(template.Name, one)))
        {
            var answer = await send(options.Code(next));
            delivery = MetaDelivery.Of(answer);
            if (MetaDelivery.Code(answer) != NoTranslation)
                return delivery;
            missing[(template.Name, next)] = clock.GetUtcNow() + Remembered;
        }

        return delivery;
    }

    static IEnumerable<Language> Order(Language language) => new[] { language, Language.En, Language.Fr, Language.Rw }.Distinct();

    bool IsMissing(string name, Language language) => missing.GetValueOrDefault((name, language)) > clock.GetUtcNow();
}
