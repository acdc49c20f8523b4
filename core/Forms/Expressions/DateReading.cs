namespace RbcBot.Core.Forms.Expressions;

/// <summary>A date, or date and time, as written: yyyy-M-d, then perhaps Thh:mm:ss.fff and an offset.</summary>
/// <param name="Local">As the clocks of the place show it; midnight for a bare date.</param>
/// <param name="Offset">The offset it tells; null when it tells none, so that the form's zone counts.</param>
readonly record struct DateReading(DateTime Local, TimeSpan? Offset)
{
    /// <summary>Null when the text is no date or no day of the calendar.</summary>
    public static DateReading? Read(ReadOnlySpan<char> text)
    {
        var rest = text;
        if (Digits(ref rest, 4, 4) is not { } year || !Take(ref rest, '-')
            || Digits(ref rest, 1, 2) is not { } month || !Take(ref rest, '-') || Digits(ref rest, 1, 2) is not { } day
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }
        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        if (rest.Length == 0)
        {
            return new(date, null);
        }
        return Take(ref rest, 'T') && Time(ref rest) is { } time && ReadOffset(ref rest) is { } offset && rest.Length == 0
            ? new(date + time, offset.Told)
            : null;
    }

    /// <summary>hh:mm, then perhaps :ss and a fraction, of which whole milliseconds count.</summary>
    static TimeSpan? Time(ref ReadOnlySpan<char> rest)
    {
        if (Digits(ref rest, 2, 2) is not { } hour || !Take(ref rest, ':') || Digits(ref rest, 2, 2) is not { } minute || hour > 23 || minute > 59)
        {
            return null;
        }
        if (!Take(ref rest, ':'))
        {
            return new(hour, minute, 0);
        }
        if (Digits(ref rest, 2, 2) is not { } second || second > 59)
        {
            return null;
        }
        var milliseconds = 0;
        if (Take(ref rest, '.'))
        {
            for (var place = 100; rest.Length > 0 && char.IsAsciiDigit(rest[0]); place /= 10, rest = rest[1..])
            {
                milliseconds += (rest[0] - '0') * place;
            }
        }
        return new(0, hour, minute, second, milliseconds);
    }

    /// <summary>Z, or +hh:mm and the like, or nothing; null when it is something else.</summary>
    static (bool IsRead, TimeSpan? Told)? ReadOffset(ref ReadOnlySpan<char> rest)
    {
        if (rest.Length == 0)
        {
            return (true, null);
        }
        if (Take(ref rest, 'Z'))
        {
            return (true, TimeSpan.Zero);
        }
        var isWest = rest[0] == '-';
        if (!(Take(ref rest, '-') || Take(ref rest, '+')) || Digits(ref rest, 2, 2) is not { } hours || !Take(ref rest, ':')
            || Digits(ref rest, 2, 2) is not { } minutes || hours > 23 || minutes > 59)
        {
            return null;
        }
        var offset = new TimeSpan(hours, minutes, 0);
        return (true, isWest ? -offset : offset);
    }

    static bool Take(ref ReadOnlySpan<char> rest, char sign)
    {
        var found = rest.Length > 0 && rest[0] == sign;
        rest = found ? rest[1..] : rest;
        return found;
    }

    static int? Digits(ref ReadOnlySpan<char> rest, int fewest, int most)
    {
        var (number, count) = (0, 0);
        while (count < most && count < rest.Length && char.IsAsciiDigit(rest[count]))
        {
            number = (number * 10) + rest[count++] - '0';
        }
        rest = rest[count..];
        return count < fewest ? null : number;
    }
}
