using System.Globalization;
using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Host.Scenarios;

/// <summary>Makes the lines of the timeline: a heading per day, then time, who, and what. Local time in Oslo.</summary>
internal sealed class TimelineWriter
{
    private const int Width = 132;
    private const int WhoWidth = 38;
    private const string Indent = "         ";

    private readonly List<string> _lines = [];

    /// <summary>The day of the last heading, in days since the epoch; 0 before the first.</summary>
    public int Day { get; set; }

    /// <summary>The lines made since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = _lines.ToList();
        _lines.Clear();
        return taken;
    }

    /// <summary>Somebody did something, or something happened by itself.</summary>
    public void Line(Instant at, string who, string what)
    {
        Heading(at);
        var time = OsloTime.ToLocal(at).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);
        var margin = who.Length <= WhoWidth ? who.PadRight(WhoWidth) : who;
        Wrap($"  {time}  {margin}  ", what, Indent + new string(' ', WhoWidth + 2));
    }

    /// <summary>What follows from the line above, such as why it was refused.</summary>
    public void Detail(string text) => Wrap($"{Indent}{new string(' ', WhoWidth)}  → ", text, Indent + new string(' ', WhoWidth + 4));

    /// <summary>A note between the lines, in both languages.</summary>
    public void Note(Instant at, Text text)
    {
        Heading(at);
        var time = OsloTime.ToLocal(at).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);
        Wrap($"  {time}  ", text.No, Indent);
        Wrap(Indent, text.En, Indent);
    }

    private void Heading(Instant at)
    {
        var date = OsloTime.DateOf(at);
        var day = Period.DaysBetween(new LocalDate(1970, 1, 1), date);
        if (day != Day)
        {
            Day = day;
            _lines.Add("");
            _lines.Add(OsloFormat.Day(date).En);
        }
    }

    private void Wrap(string start, string text, string indent)
    {
        var line = start;
        var empty = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && line.Length + 1 + word.Length > Width)
            {
                _lines.Add(line.TrimEnd());
                (line, empty) = (indent, true);
            }

            line += empty ? word : $" {word}";
            empty = false;
        }

        _lines.Add(line.TrimEnd());
    }
}
