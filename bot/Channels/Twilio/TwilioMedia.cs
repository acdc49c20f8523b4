using RbcBot.Core.Conversations;

namespace RbcBot.Bot.Channels.Twilio;

/// <summary>Files by way of Twilio: those that people sent are fetched from it, those of our forms it fetches from us.</summary>
sealed class TwilioMedia(TwilioOptions options, TwilioLine line)
{
    const int MostRedirects = 3;

    /// <summary>Where Twilio keeps files, beside its own server; who we are is told to its own server only.</summary>
    static readonly string[] Hosts = ["twilio.com", "twiliocdn.com", "amazonaws.com"];

    static readonly Fetched Lost = new(null, IsOver: true, IsLarge: false);
    static readonly Fetched Later = new(null, IsOver: false, IsLarge: false);

    /// <summary>Where Twilio finds a file of a form: the same that the web chat shows.</summary>
    public string UrlOf(OutboundMedia media) => $"{options.PublicUrl.TrimEnd('/')}/chat/media/{Uri.EscapeDataString(media.FormVersion)}/{Uri.EscapeDataString(media.File)}";

    public async Task<Fetched> FetchAsync(string reference, long most, CancellationToken stop)
    {
        // It comes from outside: we go to Twilio's own server, and from there where Twilio sends us.
        if (!Uri.TryCreate(reference, UriKind.Absolute, out var address) || !IsOwn(address))
            return Lost;
        try
        {
            for (var redirects = 0; redirects <= MostRedirects && (IsOwn(address) || IsKnown(address)); redirects++)
            {
                using var answer = await line.OpenAsync(address, IsOwn(address), stop);
                if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } further)
                    address = new Uri(address, further);
                else
                    return answer.IsSuccessStatusCode ? await BoundedBody.ReadAsync(answer, most, stop) : (int)answer.StatusCode is 404 or 410 ? Lost : Later;
            }

            return Lost;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return Later;
        }
    }

    bool IsOwn(Uri address) => address.UserInfo.Length == 0 && address.GetLeftPart(UriPartial.Authority) == new Uri(options.Server).GetLeftPart(UriPartial.Authority);

    static bool IsKnown(Uri address) => address is { Scheme: "https", IsDefaultPort: true, UserInfo.Length: 0 }
        && Hosts.Any(host => address.IdnHost == host || address.IdnHost.EndsWith("." + host, StringComparison.Ordinal));
}
