### Common

### Conversation

chat-hello = Hello! I am Bạn Học, an automatic assistant (not a person) that helps you find a course that fits.
    What would you like to learn? Just write as you speak, for example: “free accounting in the evening”, “drawing class for my kid in Go Vap”.
    .simple = Hello! I am Bạn Học, a machine that answers by itself (not a person). I help you find a class.
        What do you want to learn? Write a few words, like “evening cooking”.
chat-hello-again = Hello! What would you like to learn today?
    .simple = Hello! What do you want to learn today?
chat-thanks = You are welcome. Write to me whenever you are looking for a class.
chat-bye = Goodbye. Write to me whenever you feel like learning something.
chat-sorry = No worries at all! Whatever you would like to find or learn, just tell me.
chat-resting = Have a good rest, then. Whenever you feel like going on, just write to me.
chat-help = I help you find courses. Write what you want to learn, with your conditions if you have any: price, time, place, level.
    For example: “English conversation evenings in Thu Duc”, “free Excel online”, “my mother is 60 and wants to learn to use a phone”.
    Once you see a list, keep writing to narrow it: “cheaper”, “evenings only”, “in District 3”, “more”.

    Commands:
    /find – find a course
    /recommend – courses for you
    /me – what I remember about you
    /language – Tiếng Việt or English
    .simple = Write what you want to learn. I look for a class. For example: “evening cooking”, “phone class in Go Vap”.

        You can also write:
        /find – find a class
        /recommend – I choose a class for you
        /me – see and change what I remember
        /language – change the language
help-dulieu = /mydata – download your data
help-xoa = /delete – delete your data
help-giup = /help – this page
chat-find-ask = What would you like to learn? Write a few words, for example “/find cooking at the weekend”, or choose a field:
    .simple = What do you want to learn? Write a few words, or choose:
chat-unclear = I did not understand what you want to learn. Write me a few words, for example “cooking at the weekend”, or choose a field:
    .simple = I did not understand. What do you want to learn? Write a few words, or choose:
chat-unsupported-hidden = Zalo does not show me this message (a link, a file, or a protected account). Please write it in words; if that does not help, use Bạn Học on the web page or on Telegram.
chat-unsupported = I can only read text, not { $what ->
        [sticker] stickers
        [voice] voice messages
        [picture] pictures
        [file] files
       *[other] this kind of message
    }. Please write what you would like to learn.
media-heard = I heard: “{ $words }”
media-seen = In the picture I see: { $seen }
media-ask = What would you like to ask about this picture?
media-question = { $question } (In the picture I sent: { $seen })
choice-ask-picture = Ask about this picture
media-too-long = This voice message is too long; I listen to up to { NUMBER($minutes) } minutes. Please say it shorter, or write it in words.
media-failed = { $reason ->
    [city_budget] Listening and looking by AI is used up for today; it is back tomorrow.
    [own_limit] You have sent many of these today; please send more tomorrow.
    [too_big] This file is too large for me to open.
    [gone] I cannot open this file.
    [empty] { $what ->
        [voice] I could not make out any words.
       *[picture] I could not make out anything in the picture.
    }
   *[down] { $what ->
        [voice] I could not listen to this one; the AI does not answer right now.
       *[picture] I could not look at this picture; the AI does not answer right now.
    }
  } Please write in words what you want to ask.
chat-unknown-command = I have no command { $command }. Write /help to see what I know, or just write what you want to learn.
chat-stale = That button belongs to an older list. Write again what you want to learn and I will search at once.
    .simple = That button is old. Please write again what you want to learn.
chat-course-gone = This course is no longer in the catalogue. Write what you want to learn and I will look for another.
    .simple = This class is gone. What else do you want to learn?
chat-no-list-yet = I have not sent you a list yet. What would you like to learn?
    .simple = I have not sent a class yet. What do you want to learn?
chat-no-such-number = The last list has only { $count } courses. Choose a number from 1 to { $count }.
chat-failed = Sorry, something went wrong and I could not answer. I have told the people in charge (code { $code }). Please write again.

search-found = { $topic ->
        [none] Some courses for you:
       *[other] Some courses for “{ $topic }”:
    }
    .simple = { $topic ->
            [none] Classes for you:
           *[other] “{ $topic }” classes:
        }
search-found-facets = { $topic ->
        [none] Some courses, { $facets }:
       *[other] Some courses for “{ $topic }”, { $facets }:
    }
    .simple = { $topic ->
            [none] Classes, { $facets }:
           *[other] “{ $topic }” classes, { $facets }:
        }
search-found-preferring = { $topic ->
        [none] Some courses for you, { $facets } first, as you told me:
       *[other] Some courses for “{ $topic }”, { $facets } first, as you told me:
    }
    .simple = { $topic ->
            [none] Classes for you, { $facets } first:
           *[other] “{ $topic }” classes, { $facets } first:
        }
search-found-near-only = { $topic ->
        [none] No course meets all of this: { $facets }. The nearest:
       *[other] I found no “{ $topic }” course that meets all of this: { $facets }. The nearest:
    }
    .simple = { $topic ->
            [none] No class has all of this: { $facets }. Nearly:
           *[other] No “{ $topic }” class has all of this: { $facets }. Nearly:
        }
search-more = More courses:
    .simple = More classes:
search-no-more = That is all: I have sent every course that fits. Try fewer conditions, or write something else you want to learn.
    .simple = That is all. What else do you want to learn?
search-none = { $topic ->
        [none] There is no fitting course yet.
       *[other] There is no fitting course for “{ $topic }” yet.
    } I have noted it, so that the city knows it is needed.
    .simple = { $topic ->
            [none] No class fits yet.
           *[other] No “{ $topic }” class yet.
        } I write it down for the city.
search-none-near = Perhaps these interest you:
search-none-hint = Try other words, or choose a field:
search-already-free = Those courses are all free already, nothing is cheaper. Would you like to narrow by time or place?
search-where = Which ward or district are you in? Write its name, for example “in Go Vap”, and I will look near there.
    .simple = Where do you live? Write the ward or district, like “Go Vap”.
search-outside = That place is outside Ho Chi Minh City, so I do not know what is near it. Tell me a ward or district, such as “in Go Vap”, and I will look there.
choice-back = Back to the list
data-file = What I keep about you: { $count } entries, in the file attached (JSON). Please do not pass this file on to anybody.
data-no-way = I keep { $count } entries about you. I cannot send files here yet; ask the staff in charge for them, or delete them right now.
chat-sad = I am listening. Take a rest first. Whenever you feel like learning something, write to me; to talk to a member of staff, write /human.
chat-no-contacts = You need not tell me your name, phone number or e-mail: I do not keep them. What would you like to learn?
chat-acknowledge = 👌 If you need anything else, just write.
chat-may-i-ask = Go ahead, I am listening. What would you like to learn, or to know about a course?
    .simple = Please ask. What do you want to learn?
chat-who = I am Bạn Học, an automatic assistant (not a person) of the learning city. I help you find courses and classes that fit you.
chat-contact = For a particular course, press “Go to course” to reach its organiser. To ask our staff, write /human. To find classes, just write to me.
chat-insult = I have not been of help, and I am sorry. Tell me in a few words what you want to learn and I will look again.
chat-lost = No problem, let us look together. Which field do you like?
    .simple = No problem. What do you like?
choice-by-number = Send a number to choose.
choice-course-by-number = Send a number for details, or to choose.
choice-location = Share my location
distress-suicide = What you write worries me very much. Nobody has to bear this alone. Right now, stay near somebody you trust; if it is somebody else you fear for, do not leave them alone. Please call:
    { $lines }
    I am only an automatic assistant and cannot take the place of a person. Please tell somebody close to you now.
distress-violence = I am so sorry to hear this. Nobody may hurt you, or somebody you care for. Please find a safe place and call:
    { $lines }
    I am an automatic assistant and cannot take the place of a person. Please tell somebody you trust as soon as you can.
distress-perhaps = It sounds as if you are not well. Are you safe, or do you need somebody's help? In danger, please do not stay alone: call 115, or 111 if you are under 16.
distress-fine = Thank you for telling me. Write whenever it weighs on you. What would you like to find now?
choice-distress-fine = I am fine
choice-distress-help = I need help
question-pick = Send a course's number for details.
question-unknown = not told; please ask { $organisation }
question-any-day = at any time you like
question-online = online
question-enrol = press “Go to course” to enrol on the organiser's page
question-wheelchair-yes = You can get in with a wheelchair.
question-wheelchair-no = There is no way in for a wheelchair yet.
question-certificate-yes = there is a certificate at the end
question-certificate-no = no certificate
question-seats = takes { $seats } people; see the organiser's page for free places
question-level = for { $level }
search-outside-named = I only know classes in Ho Chi Minh City and online ones, none in { $place } yet. Try adding “online”, for example “Excel online”.
search-hint = Write more to narrow it: { $examples }.
search-hint-cheaper = “cheaper”
search-hint-evening = “evenings only”
search-hint-place = “in Thu Duc”
search-hint-online = “online”

course-sample-mark = (sample)
course-sample-note = This is a sample course: the organisation and the text are invented to show how things look.
course-facts-free = Free
course-facts-price-unknown = Price not known
course-facts-hours = { $hours } hours
course-facts-confirmed = Confirmed on { $date }
course-facts-reviewed = Content reviewed on { $date }
course-facts-starts = Starts { $date }
course-facts-seats = { $seats } seats
course-details-organisation = By { $organisation }
course-details-platform = Platform: { $platform }
course-details-address = Address: { $address }
course-details-audience = For { $audience }
course-details-language = Taught in { $language }
course-details-certificate = With a certificate at the end
course-details-low-data = Works on a weak network, uses little data
course-details-wheelchair = Wheelchair accessible
course-details-no-link = This course has no page on the web yet. Please contact the organiser directly.
    .simple = You cannot sign up online. Please ask the place itself.

course-saved = Saved “{ $title }”. See it again with /me.
course-unsaved = “{ $title }” is no longer saved.
course-dismissed = I will not suggest “{ $title }” again.
course-undismissed = “{ $title }” will appear in searches again.
course-open = Here is the page of “{ $title }”:
course-similar = Courses similar to “{ $title }”:
course-similar-none = I found nothing similar to “{ $title }” yet.
course-report-ask = What is wrong with “{ $title }”?
course-report-thanks = Thank you for telling us. Somebody will check it with the organiser. When there is a result, I will write to you here.
    .simple = Thank you. Somebody will check it.

picture-course = Here is “{ $title }”. Know someone who needs it? Please pass it on!
picture-course-alt = Card of the course “{ $title }”. { $facts }.
picture-course-scan = Scan to see this course and ask Bạn Học more
picture-confirmed = Details confirmed on { $date }
picture-label-price = Price
picture-label-time = Time
picture-label-place = Place
picture-label-starts = Starts
picture-label-language = Language
picture-label-certificate = Certificate
picture-certificate-yes = Yes, on completion
picture-certificate-no = None

choice-details = See details { $number }
choice-details-short = Details
choice-save = Save { $number }
choice-save-short = Save
choice-unsave = Remove from saved
choice-undo = Undo
choice-dismiss = Not for me
choice-similar = Similar courses
choice-picture = Picture to share
choice-open = Go to course { $number }
choice-open-short = Go to course
choice-report = Report wrong information
choice-report-gone = This class no longer exists
choice-report-price = Wrong price
choice-report-place = Wrong place or time
choice-report-other = Something else
choice-more = More courses
choice-narrow-free = Free only
choice-narrow-evening = Evenings only
choice-narrow-online = Online only
choice-drop = Without “{ $facet }”
search-which-part = { $place } now belongs to { $wards }. Where shall I look?
    .simple = { $place } is now { $wards }. Which one?
choice-both-parts = Both
choice-meant = No, I meant “{ $words }”
choice-before = ↩ Previous result
choice-saved = Saved courses
choice-export = Download my data
choice-erase = Delete my data
choice-erase-yes = Delete everything
choice-erase-no = Keep it
choice-erase-now = Delete now
choice-language-vi = Tiếng Việt
choice-language-en = English

language-ask = Which language should I speak?
language-set = I will speak English from now on.

profile-title = What I remember about you:
    .simple = I remember about you:
profile-empty = I remember nothing about you yet. Just write what you want to learn, no need to sign up.
profile-language = Language: { $language ->
        [vi] Tiếng Việt
       *[en] English
    }
profile-language-followed = Language: as you write
profile-wishes = You recently looked for: { $wishes }
profile-saved = Saved courses: { $count }
profile-dismissed = Courses you said do not fit: { $count }
recommend-title = Some courses for you:
    .simple = Have a look at these classes:
recommend-footer = To know why, write “why?”. If one does not fit, open its details and press “Not for me”: I will not suggest it again.
recommend-ask = I don't know yet what you like, so I cannot suggest anything. What would you like to learn for, or which field do you like?
    .simple = I do not know yet what you like. What do you want to learn?
recommend-because-wish = Because you looked for “{ $topic }”
recommend-because-saved = Much like “{ $title }”, which you saved
recommend-because-taken = Many people who took “{ $title }” also chose this
why-recommended = I suggested these because of:
why-found = I made the last list from:
why-wishes = what you looked for lately: { $wishes }
why-saved = the courses you saved
why-taken = what people who took the same courses also chose
why-facts = what you told me: { $facts }
why-topic = what you want to learn: “{ $topic }”
why-facets = the conditions: { $facets }
why-change = See or delete these with /me.
why-order = What fits best and meets most conditions comes first; each course says what it meets and what it misses.

remember-noted = 📝 I will remember, to find what fits: { $facts }. See or delete it with /me.
    .simple = 📝 I remember: { $facts }. To delete it, write /me.
remember-ask = What would you like to learn? A few words are enough.
    .simple = What do you want to learn? Write a few words.
remember-go-on = Whatever else you are looking for, just write.
    .simple = What else do you need? Just write.
remember-forgotten = Forgotten: { $facts }.
remember-forgotten-before = I had already forgotten that.
choice-forget-said = Don't remember this
choice-plain = Search without my profile
fact-place = in { $place }
fact-times = free in the { $times }
fact-budget-none = needs free courses
fact-budget = can pay up to { $money }
fact-device = { $value ->
        [none] no smartphone or computer yet
       *[phone] no computer
    }
fact-data = weak internet, needs little data
fact-wheelchair = uses a wheelchair
fact-role = { $value ->
        [teacher] a teacher
        [student] a student
        [job_seeker] looking for work
        [small_business] a small business
        [parent] a parent
        [senior] retired
        [organiser] organises classes
       *[worker] working
    }
fact-age = { $value ->
        [age_under_16] under 16
        [age_16_24] 16 to 24
        [age_25_39] 25 to 39
        [age_40_59] 40 to 59
       *[age_60_up] 60 or older
    }
profile-why = I use this only to find courses for you. You can download or delete it at any time.
    .simple = I use this only to find classes for you.
saved-title = Your saved courses:
saved-empty = You have not saved a course yet. When you see one you like, press “Save” to find it again.

data-ready = What I keep about you: { $count } entries. Press to see it; on that page you can download it (a JSON file). The link works for 15 minutes; whoever has it can see it, so please do not pass it on.
    .simple = I keep { $count } things about you. Press to see them within 15 minutes. Do not send them to others.
choice-see-data = See and download my data
data-title = What Bạn Học keeps about you
data-intro = This is everything Bạn Học keeps about you. To delete it, write /delete in the chat. This page opens for 15 minutes only; whoever has the address can see it, so please do not share it.
data-as-file = Download (JSON file)
data-none = Nothing.
data-messages = Messages
data-by-you = You
data-by-us = Bạn Học
data-value = { $value ->
        [place] place
        [times] free times
        [budget] budget
        [device] device
        [data] connection
        [wheelchair] wheelchair
        [role] you are
        [age_band] age
        [morning] mornings
        [afternoon] afternoons
        [evening] evenings
        [weekend] weekends
        [phone] a phone only
        [none] none
        [low] weak or dear
        [teacher] a teacher
        [student] a student
        [job_seeker] looking for a job
        [worker] working
        [small_business] running a small business
        [parent] a parent
        [senior] an older person
        [under_16] under 16
        [said] you wrote it
        [asked] you answered
        [chosen] you chose
        [saved] saved
        [dismissed] not for you
        [opened] opened
        [reported] reported
        [gone] the class is gone
        [price] wrong price
        [other] something else
        [self] yourself
        [guardian] a parent or guardian
        [child] your child
        [relative] a relative
        [web] web page
        [telegram] Telegram
        [zalo] Zalo
        [vi] Vietnamese
        [en] English
        [announcements] announcements
        [reminders] reminders
        [ai_tutor] AI tutor
        [research] research
        [hand_over] question to staff
        [feedback] feedback
        [wrong_information] report of wrong facts
        [grade] asked for a second look at a grade
        [open] waiting
        [claimed] somebody has it
        [closed] closed
        [chat_shared] the question and the chat before it
        [question_only] only what was sent
        [person] you
        [staff] staff
        [withdrawn] taken back by you
        [unanswered] time was over, nobody answered
        [quiet] nobody wrote for long
        [interests] what you like
        [goal] what you learn for
        [level] level
        [language] teaching language
        [disability] what is hard
        [address] how to address you
        [speech] how to talk to you
        [organiser] organising classes
        [beginner] a beginner
        [intermediate] intermediate
        [advanced] advanced
        [seeing] seeing
        [hearing] hearing
        [moving] getting around
        [learning] learning slowly
        [iphone] iPhone
        [android] Android
        [simple] short and easy
        [new_job] a new job
        [better_work] better at work
        [own_business] an own business
        [help_child] to help a child
        [hobby] a hobby
        [daily_life] daily life
        [exam] an exam
        [ban] bạn
        [anh] anh
        [chi] chị
        [co] cô
        [chu] chú
        [bac] bác
        [registered] registered
        [finished] finished
        [dropped] not going on
        [start] a course starts
        [alert] a new course
        [follow_up] asking how it went
       *[unknown] { $value }
    }
data-table-profile-fact = What you told
data-table-course-mark = Courses you saved, opened, waved away or reported
data-table-interaction = What you did with courses
data-table-figure-member = Figures in which you are counted
data-table-wish = What you looked for
data-table-consent = What you agreed to
data-table-learner = Learners
data-table-identity = Channels you use
data-table-account = Account
data-table-conversation = Conversations
data-table-enrolment = Courses you registered for, take or finished
data-table-saved-wish = What you asked to hear of
data-table-wish-match = New courses found for what you asked to hear of
data-table-start-watch = Course starts I watch for you
data-table-reminder-hour = The reminder hour you chose
data-table-reminder-calm = While no reminder is sent
data-field-until = Until
data-table-learning-rhythm = How I remind you to learn
data-table-reminder = Messages I sent by myself
data-table-follow-up = When I asked how it went with a course you looked at
data-table-account-link = A link of channels that can still be undone
data-table-linking-code = A linking code in force
data-table-linking-attempt = Wrong linking codes tried
data-field-registered = registered
data-field-learning = began
data-field-finished = finished
data-field-dropped = stopped
data-field-rating = your rating
data-field-comment = your comment
data-field-found = found
data-field-told = told you
data-field-paused = paused
data-field-starts = starts
data-field-since = since
data-field-minutes = minutes after midnight
data-field-day = day
data-field-joined = linked
data-field-undo = can be undone until
data-field-expires = expires
data-field-at = at
data-field-learner = learner number
data-field-created = made
data-field-updated = updated
data-field-noted = noted
data-field-marked = marked
data-field-asked = asked
data-field-given = agreed
data-field-withdrawn = withdrawn
data-field-erase = will be deleted
data-field-kind = kind
data-field-value = content
data-field-source = source
data-field-title = course
data-field-topic = wish
data-field-results = results
data-field-channel = channel
data-field-external = id on the channel
data-field-purpose = purpose
data-field-locale = language
data-field-relation = relation
data-field-name = name
data-field-status = status
erase-ask = Do you want to delete everything I keep about you: what you told me, messages, searches, saved courses, and the learners you added (if any)?
    • Delete everything: you have one day to change your mind, then I delete it.
    • Delete now: it is gone at once and cannot be brought back.
    .simple = Delete all I remember about you? “Delete everything”: tomorrow, you can still change your mind. “Delete now”: gone at once.
erase-done = All your data is deleted. Thank you for using Bạn Học. Write whenever you like, and we start afresh.
    .simple = All deleted. Thank you. Write again when you like.
erase-kept = All right, nothing was deleted.
erase-planned = Your data will be deleted at { $time } on { $date }. Do you want to keep it, or delete it right now?
erase-scheduled = All right, I will delete everything at { $time } on { $date }. Until then I will not write to you by myself. If you change your mind, press “Keep it” or write /delete.
erase-cancelled = Then I keep everything for you and delete nothing.
erase-done-later = As agreed, I have deleted all your data. Thank you for using Bạn Học. Write whenever you need me; we start afresh.
profile-erase-planned = Everything will be deleted at { $time } on { $date }, as you asked

### Words for conditions and facts

word-money = { $amount } VND
word-facet-free = free
word-facet-max-price = at most { $money }
word-facet-cheap = low price
word-facet-mode = { $value ->
        [online] online
       *[in_person] in person
    }
word-facet-place = in { $place }
word-facet-hours = at most { $hours } hours
word-facet-hours-least = at least { $hours } hours
word-facet-starts = { $span ->
        [today] starting today
        [tomorrow] starting tomorrow
        [this_week] starting this week
        [this_weekend] starting this weekend
        [next_week] starting next week
        [this_month] starting this month
        [next_month] starting next month
        [before_tet] starting before Tết
        [after_tet] starting after Tết
       *[soon] starting soon
    }
word-facet-starts-month = starting in { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
word-facet-certificate = with a certificate
word-facet-low-data = low data
word-facet-wheelchair = wheelchair accessible
word-facet-language = taught in { $language }
word-facet-audience = for { $audience }
word-time = { $value ->
        [morning] mornings
        [afternoon] afternoons
        [evening] evenings
        [weekend] weekends
       *[self_paced] at your own pace
    }
word-mode = { $value ->
        [online] Online
        [hybrid] In person and online
       *[in_person] In person
    }
word-level = { $value ->
        [beginner] beginners
        [intermediate] intermediate
        [advanced] advanced
       *[all] all levels
    }
word-audience = { $value ->
        [teachers] teachers
        [students] students
        [children] children
        [seniors] older people
        [workers] workers
        [job_seekers] job seekers
        [women] women
        [persons_with_disabilities] people with disabilities
        [parents] parents
        [small_business] small businesses
       *[everyone] everyone
    }
word-language = { $value ->
        [vi] Vietnamese
        [en] English
        [ja] Japanese
        [ko] Korean
        [zh] Chinese
        [fr] French
        [de] German
       *[other] another language
    }

### Reasons and misses

reason-meaning = Close to what you describe (compared by machine, may be wrong)
reason-topic = About “{ $words }”
reason-free = Free
reason-within-budget = Within your budget: { $money }
reason-in-place = Right in { $place }
reason-time = Classes at this time: { $time }
reason-level = Level: { $level }
reason-language = Taught in { $language }
reason-audience = For { $audience }
reason-certificate = With a certificate
reason-low-data = Uses little data
reason-wheelchair = Wheelchair accessible
reason-short = Only { $hours } hours
reason-long = { $hours } hours of learning
reason-starts = Starts on { $date }
reason-mode = { $value ->
        [online] Online
       *[in_person] In person
    }
miss-price = Note: costs { $money }
miss-price-unknown = Note: price not known
miss-place-near = Note: about { $km } km from the place you named
miss-place-far = Note: not in the place you named
miss-place-online = Note: online, not in the place you named
miss-time = Note: no class listed at the time you want
miss-mode = { $value ->
        [online] Note: no online class
       *[in_person] Note: not in person
    }
miss-level = Note: another level than you asked for
miss-language = Note: taught in { $language }
miss-audience = Note: not especially for { $audience }
miss-certificate = Note: no certificate mentioned
miss-low-data = Note: data use not known
miss-wheelchair = Note: wheelchair access not known
miss-hours = Note: takes { $hours } hours
miss-starts = Note: starts on { $date }
miss-starts-any = Note: begins whenever you like, there is no first day
miss-starts-unknown = Note: the first day is not told

### Bot on Telegram

menu-find = Find courses
menu-recommend = Courses for you
menu-me = What I remember about you
menu-language = Tiếng Việt or English
menu-data = Download your data
menu-delete = Delete your data
menu-help = Help
bot-description = Bạn Học helps people in Ho Chi Minh City find courses that fit them. Just write what you want to learn. It is an automatic assistant, not a person.
bot-short-description = Find courses that fit you in Ho Chi Minh City. An automatic assistant.
group-private = I only talk in private, so that what you ask stays yours. Press this button to write to me.
group-private-open = Write to Bạn Học

### Web page

web-title = Bạn Học – find courses in Ho Chi Minh City
web-tagline = Find the course that fits you in Ho Chi Minh City
web-skip = Skip to the message box
web-log = Conversation
web-you = You
web-service = Bạn Học
web-input = Write what you want to learn
web-placeholder = For example: free accounting in the evening
web-send = Send
web-empty = Hello! I am Bạn Học, an automatic assistant (not a person). What would you like to learn? Write to me, or try one of these:
web-example-1 = free accounting course in the evening
web-example-2 = my mother is 65 and wants to learn to use a smartphone
web-example-3 = drawing class for my kid in Go Vap
web-example-4 = Excel online for beginners
web-language = Tiếng Việt
web-help = Help
web-waiting = Bạn Học is looking…
web-offline = You are offline. Your message is still here.
web-failed = That was not sent. Please try again.
web-busy = Many people are asking at once. Please wait a few seconds and try again.
web-retry = Send again
web-reasons = Why it fits
web-save-picture = Save picture
web-not-found-title = There is no such page
web-not-found = The page you look for is not here, or the course has left the catalogue.
web-to-chat = Chat with Bạn Học

site-course-go = Go to the course page
site-course-chat = Ask Bạn Học about this course
site-course-sample = Sample course: the organisation and the text are examples, not real.
site-course-skills = You will learn: { $skills }

api-bad-json = The body is not valid JSON.
api-bad-body = The body is not right: { $problem }
api-empty-text = The message is empty. Write what you want to learn.
api-too-large = The body is longer than 64 KiB.
api-unknown-conversation = There is no such conversation. Leave the field out to start a new one.
api-unknown-choice = This choice was never offered in the conversation.
api-too-many = You are sending too fast. Wait { $seconds } seconds and try again.
api-not-found = There is nothing at this address.
api-failed = The server has a problem. Please try again in a few minutes.
api-cut-off = The body broke off in the middle.
api-too-many-pages = Too many pages are open at once. Close some and try again in { $seconds } seconds.
api-wrong-method = This address takes { $problem } only.

### Import

content-usage = Usage: npm run content [-- FOLDER]
content-picture-remedy = Draw it more simply, or export it again.
content-picture-heavy = the picture weighs { $kilobytes } KB, at most { $most }
content-picture-undrawable = the picture cannot be drawn ({ $problem })
content-track = { $track }: { $lessons } lessons, { $minutes } minutes, { $items } questions, the longest lesson { $bytes } bytes
content-taxonomy = taxonomy: { $concepts } skills and subjects ({ $named } named in Vietnamese and English, { $escoSkills } with an ESCO address), { $occupations } occupations ({ $escoOccupations } with an ESCO address)
content-nothing = There is no track in { $folder }. Check the path.
content-right = No problem: { $tracks } tracks, { $others } self-assessments and sets of criteria.
content-wrong = { $problems } problems. Read { $tracks } tracks, { $others } self-assessments and sets of criteria.
import-usage = Usage: npm run import -- FILE --kind KIND [--source NAME] [--map FILE] [--sheet NAME] [--dry-run] [--skip-bad] [--json]
import-kind = --kind is missing or wrong. Kinds: { $kinds }.
import-problem = Row { $row }, column { $column }, value “{ $value }”: { $problem }.
import-more-problems = … and { $count } more problems. Add --json to see them.
import-ignored = Columns that are not used: { $columns }.
import-refused = Nothing was imported because { $count } rows are wrong. Correct them, or add --skip-bad to import the good ones.
import-dry-run = Dry run: { $read } rows read, { $skipped } wrong. Nothing was written.
import-done = Source “{ $source }”: { $read } rows read, { $created } created, { $updated } updated, { $unchanged } unchanged, { $skipped } skipped.
import-no-source = The name after --source is empty. Give one, or leave --source out to use the file's name.
import-interrupted = Broken off: { $problem }. Surely written: { $created } created, { $updated } updated, { $unchanged } unchanged, { $skipped } skipped, of { $read } rows in the file. Run the same command again to complete it.
import-failed = The import failed: { $problem }. Run it again to go on.
import-progress = { $pass ->
        [check] Checking
       *[write] Writing
    } { $percent }%, { $rows } rows

### Backup and restore

backup-usage = Usage: npm run backup -- FILE [--force]
    Writes the whole state to FILE (gzip) and reads it back. A FILE that is there is not overwritten without --force.
backup-exists = { $file } is there already. Choose another name, or add --force to overwrite it.
backup-done = Written and verified { $file }: { $rows } rows in { $tables } tables.
backup-failed = The backup could not be written: { $problem }. Check the permissions and the disk's free space, then run it again.
backup-data-dir-in-use = DATA_DIR: { $directory } is open in { $process ->
        [0] another process
       *[other] process { $id }
    }. Stop that process first, or set another DATA_DIR.
backup-restore-usage = Usage: npm run restore -- FILE
    Replaces the whole state by the backup FILE. What is there now is backed up first, so that it can be brought back.
backup-restore-done = Restored and verified { $file }: { $rows } rows in { $tables } tables.
    What was there before is in { $before }; to go back: npm run restore -- { $before }
    If the server is running, restart it so that it reads the restored secrets.
backup-restore-failed = Nothing was restored, the data is as it was: { $problem }. Remove the cause and run it again.

### Classes: for who runs one and for who learns in one

help-lop = /class – your classes; /class open – open one; /class BCDG-HKLM – join with a code
help-giaovien = /teachers – for teachers: lessons, opening a class, courses, workshops
choice-cohorts = My classes
choice-cohort-open = Open a class
choice-cohort-view = See { $name }
choice-cohort-learnt = Class { $name }
choice-cohort-stop = No, do not open one
choice-cohort-no = No, do not join
choice-cohort-same = As before: { $name }
choice-cohort-agree = I agree, join
choice-cohort-agree-minor = My parents agree, join
choice-cohort-agree-for = I agree, join for { $who }
choice-cohort-show = Show the name { $name }
choice-cohort-hide = Show no name
choice-cohort-name = Show a name to the teacher
choice-cohort-rename = Change the name shown
choice-cohort-mine = What does the teacher see?
choice-cohort-leave = Leave the class
choice-cohort-back = Join again
choice-cohort-next = Next page
choice-cohort-before = Page before
choice-cohort-invite = Invite people
choice-cohort-end = Last day
choice-cohort-weeks = After { $weeks } weeks ({ $date })
choice-cohort-no-end = No last day
choice-cohort-remove = Take somebody out
choice-cohort-remove-who = Take { $who } out
choice-cohort-return = Take { $who } back
choice-cohort-colleagues = Run it together, hand it over
choice-cohort-colleague-invite = Invite somebody to run it
choice-cohort-colleague-no = No, not me
choice-cohort-colleague-remove = { $who } no longer runs it
choice-cohort-hand-over = Leave the class to the others
choice-cohort-hand-back = Run it again
choice-cohort-close = Close the class
choice-cohort-reopen = Open it again
cohort-none =
    You have no class yet.

    Have you got a code? Send /class and the code, for example /class BCDG-HKLM.
    Do you teach or look after a group? Open a class: the group goes through short lessons together, and you know how far everybody is.
cohort-more = To join another class, send /class and its code.
cohort-taught = Classes you run:
cohort-learnt = Classes to learn in:
cohort-line-taught = • { $name }: { $track }, { $members ->
    [one] 1 learner
   *[other] { $members } learners
  }{ $isOpen ->
    [yes] {""}
   *[no] , over
  }
cohort-line-learnt = • { $name }: { $track }{ $isOpen ->
    [yes] , run by { $teacher }
   *[no] , over
  }
cohort-gone = I do not find this class among yours.
cohort-too-many = You have { $most } open classes. Please close one before you open another.
cohort-stopped = All right, nothing has changed.
cohort-name-again = I cannot use this name. Please send a short one with letters, at most { $most } characters.
cohort-ask-title = What is the class called? Send a short name that learners recognise, for example: Block 5, or 10A3 Computing.
cohort-ask-track = Which lessons does “{ $name }” go through?
cohort-ask-teacher = Whom do learners see as running the class? Send the name they know you by, for example: Ms Hoa, Le Loi School. Only who has the code sees it.
cohort-opened =
    “{ $name }” is open: { $track }.
    Code: { $code }

    Pass the message below on to your learners. Who is how far you see with /class: lessons done, never anybody's answers; a name only if the learner gives it.
cohort-invite =
    “{ $name }”: { $track }.
    Code: { $code }

    Pass this message on to your learners:
cohort-share =
    Join the class “{ $name }”, run by { $teacher }: { $track }, a few minutes a lesson, right in the chat, free of charge.
    Send to Bạn Học: /lop { $code }
cohort-share-telegram = Join in Telegram: { $link }
cohort-share-web = Join on the web: { $link }
picture-label-class-code = Code
picture-label-class-teacher = Run by
picture-label-class-lessons = Lessons
picture-class-lessons = { $lessons } short lessons, right in the chat
picture-class-free = Free
picture-class-write = Or write to Bạn Học: /class { $code }
picture-class-scan = Scan to join the class
picture-class-alt = Card of the class “{ $name }”: { $track }, code { $code }
picture-class-none = No lesson done yet
picture-class-all = { $of ->
    [one] The lesson done
   *[other] All { $of } lessons done
}
picture-class-some = { $from ->
    [one] 1 lesson done
   *[other] { $from } lessons done
}
picture-class-between = { $from }–{ $to } lessons done
picture-class-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
picture-class-subtitle = { $track } · { $count ->
    [one] 1 person
   *[other] { $count } people
}
picture-class-legend = Each bar is how many have come so far. The picture names nobody.
picture-class-day = As of { $day }
picture-class-progress-alt = Progress of the class as a picture: { $facts }
cohort-code-form = A class code has 8 letters, for example /class BCDG-HKLM. Please ask who runs the class for it.
cohort-code-wrong = I find no class with this code. Please check each letter, or ask who runs the class.
cohort-too-often = There were too many wrong codes, so I stopped for safety. Please try again in about an hour.
cohort-is-over = The class “{ $name }” is over, so nobody can join it. You can still take its lessons by yourself.
cohort-join-hello = Hello, I am Bạn Học, the city's learning companion.
cohort-join-what =
    Class “{ $name }”: { $track }, { $lessons ->
        [one] 1 short lesson
       *[other] { $lessons } short lessons
    }.
    Run by { $teacher }. I cannot check who that is: join only if you know them.
cohort-join-sees =
    In the class { $teacher } sees: how many of these lessons are done (also those from before), the last day of learning, and whether help may be needed. Of somebody under 16 only how many lessons are done.
    Not seen: answers, mistakes, messages, phone numbers. Of questions that many get wrong they see only numbers, once 5 people have answered. A name is shown only if you give it.
    If somebody else comes to run the class as well, you are told. The city’s staff see numbers, and nobody’s name.
cohort-join-minor = You are under 16: please ask your parents first.
cohort-join-leave = You can leave at any time. Do you agree?
cohort-join-removed = You were taken out of the class “{ $name }”. To join again, please ask { $teacher }. You can still take its lessons by yourself.
cohort-join-full = The class “{ $name }” is full. Please ask who runs it whether there is another one.
cohort-joined =
    Joined “{ $name }”. { $teacher } sees “{ $shown }” for { $who }.
    To let { $teacher } know who that is, send a name now; a first name or a nickname is enough.
cohort-ask-name =
    Class “{ $name }”: which name does { $teacher } see for { $who }? A first name or a nickname is enough; without one it is “{ $shown }”.
cohort-name-shown = The teacher will see the name { $name }.{ $isCut ->
    [yes] {" "}Under 16, so I keep only the first name.
   *[no] {""}
  }
cohort-name-hidden = All right, no name is shown. The teacher only sees a number.
cohort-mine =
    Class “{ $name }”: { $track }{ $relation ->
    [self] {""}
   *[other] {" "}(of { $who })
  }
cohort-mine-seen =
    Run by { $teacher }. This is all the teacher sees:
    { $line }
cohort-mine-over = The class is over. You can still take its lessons by yourself.
cohort-left = You left “{ $name }”. From now on who runs it sees nothing more. What you learnt stays yours.
cohort-member-number = Learner { $number }
cohort-member-done = { $who }: { $done }/{ $of } lessons
cohort-member-active = last learnt { $date }
cohort-member-need = { $need ->
    [not_begun] has not begun, may need help
    [within_lesson] stopped within a lesson, may need help
   *[quiet] away for long, may need help
  }
cohort-heading =
    Class “{ $name }”: { $track }
    { $members ->
        [one] 1 learner
       *[other] { $members } learners
    }, { $lessons ->
        [one] 1 lesson
       *[other] { $lessons } lessons
    }
cohort-code = Code: { $code }
cohort-until = Last day: { $date }
cohort-ended = The class is over since { $date }; this is how it stood then.
cohort-average = { NUMBER($average, maximumFractionDigits: 1) }/{ $of } lessons on average; { $finished ->
    [one] 1 learner has finished
   *[other] { $finished } learners have finished
  }
cohort-empty = Nobody has joined yet. Pass the code on to your learners.
cohort-page = Page { $page }/{ $last }
cohort-hard-title = Questions that many got wrong at first:
cohort-hard = • “{ $question }”: { $missed } of { $answered } learners
cohort-hard-most = • “{ $question }”: most of { $answered } learners
cohort-track-gone = The lessons of “{ $name }” are there no more, so I cannot show how it stands.
cohort-closed = “{ $name }” is closed. Nobody can join any more; you can still see how it stood today.
cohort-teachers = Run by { $teacher }
cohort-run-by = The class “{ $name }” is run by { $teacher }.
cohort-colleague-none = You can invite somebody to run it with you. To hand the class over for good, invite them first; once they have agreed, leave it to them here.
cohort-colleague-what = Whoever runs a class sees how far it is and can do the same things with it; only who opened it can have another one no longer run it. Everything can be taken back.
cohort-colleague-full = This class is run by { $most } people already, which is the most there can be.
cohort-colleague-invite =
    The code to run the class “{ $name }”: { $code }

    It works once, within { $days } days. Whoever takes it sees how far the learners are and can do everything with the class that you can, so send it only to somebody you trust, and not to the group of the class. You and the learners are told when they do.
cohort-colleague-share =
    { $teacher } asks you to run the class “{ $name }” together: { $track }.
    Write to Bạn Học: /class { $code }
cohort-colleague-ask =
    { $teacher } asks you to run the class “{ $name }” together: { $track }, { $members ->
        [one] 1 learner
       *[other] { $members } learners
    }.

    You will see how many lessons each has done, and nobody’s answers. { $teacher } and the learners are told. You can stop at any time.

    If you agree, send the name the learners call you by, such as: Mr Nam.
cohort-colleague-gone = This code was used already or is too old. Ask who runs the class for a new one.
cohort-colleague-accepted = You run the class “{ $name }” as well now. I have told who invited you, and the learners.
cohort-colleague-joined-told = { $who } runs the class “{ $name }” together with you and sees how far it is. If that is the wrong person, send /class to change it.
cohort-colleague-learners-told = Somebody else runs the class “{ $name }” as well: { $who }. They see exactly what was seen before, nobody’s answers and no messages. To look at it or to leave the class, send /class.
cohort-colleague-left-told = { $who } no longer runs the class “{ $name }”. You still do.
cohort-colleague-removed-told = { $who } decided that you no longer run the class “{ $name }”. If that is a mistake, please ask { $who }.
cohort-colleague-returned-told = { $who } has you run the class “{ $name }” again. Send /class to see it.
cohort-colleague-removed = { $who } no longer runs the class “{ $name }” and was told.
cohort-handed-over = You have left the class “{ $name }” to { $teacher } and see nothing of it any more. I have told them.
cohort-ask-end = When does “{ $name }” end? Choose, or send a date, for example 31/12. After that day it closes by itself.
cohort-end-unclear = I do not understand this date. Please send day and month, from today on, for example 31/12.
cohort-end-set = “{ $name }” will end after { $date }.
cohort-end-none = “{ $name }” has no last day.
cohort-remove-whom = Whom do you want to take out? They will be told; you can take them back right after.
cohort-removed = { $who } is out of “{ $name }” and has been told.
cohort-returned = { $who } is back in “{ $name }”.
cohort-removed-told = { $teacher } took { $relation ->
    [self] you
   *[other] { $who }
  } out of the class “{ $name }” and sees nothing more. What was learnt stays, and the lessons go on. If this looks like a mistake, please ask { $teacher }.
cohort-returned-told = { $teacher } took { $relation ->
    [self] you
   *[other] { $who }
  } back into the class “{ $name }”. To leave it, send /class.
choice-teachers-selftest = Check how I teach with technology
choice-teachers-courses = Courses for teachers
choice-teachers-workshops = Workshops for teachers
choice-teachers-role = I am a teacher
teachers-what = For teachers and those who look after a group of learners:
teachers-track = “{ $title }”, { $lessons ->
    [one] 1 short lesson
   *[other] { $lessons } short lessons
  }: { $about }
teachers-how = Open a class, let your learners go through lessons together and see how far they are. Just pass the code on; no list is needed.
teachers-noted = I noted that you are a teacher, so that courses and workshops for you come first. To undo it, send /me.
teachers-courses-wish = courses for teachers
teachers-workshops-wish = workshop for teachers

### Learners and linked channels

help-nguoihoc = /learners – look for classes for a child, a parent or a relative
help-ketnoi = /link – use Bạn Học together on Zalo, Telegram and the web
learner-relation = { $relation ->
        [self] you
        [child] your child
        [parent] your parent
       *[relative] your relative
    }
learner-for = 👤 Looking for: { $who }
word-channel = { $channel ->
        [telegram] Telegram
        [zalo] Zalo
       *[web] the web page
    }
choice-relatives = Change learner
choice-relative-add = Add somebody
choice-relative-self = Back to myself
choice-relative-switch = Switch to { $who }
choice-relative-rename = Rename { $who }
choice-relative-give = Hand over to { $who }
choice-relative-remove = Remove { $who }
choice-relative-remove-yes = Remove them
choice-relative-skip = Skip
choice-relative-kind = { $relation ->
        [child] Child
        [parent] Parent
       *[relative] Somebody else
    }
choice-relative-under-16 = No, under 16
choice-relative-over-16 = Yes, 16 or older
relatives-none = I am looking for classes for you. I can also look for your child, your parents or a relative: each has a list of their own. Would you like to add somebody?
relatives-title = Who learns on this phone:
relatives-line = • { $who }{ $isChosen ->
        [yes] {" "}← looking for them now
       *[no] {""}
    }
relatives-how = Press to switch to somebody else.
relatives-ask-kind = Whom would you like to add?
relatives-ask-name = { $relation ->
        [child] What do you call your child? For example “Na”.
        [parent] What do you call them? For example “Mom” or “Dad”.
       *[relative] What do you call them? For example “Aunt Lan”.
    } Press “Skip” if you prefer not to say.
relatives-ask-new-name = What shall I call { $who } from now on?
relatives-name-again = I cannot use that name. Please send a short one in letters, at most { $most } characters.
relatives-ask-age = Is { $who } 16 or older? I ask to keep children safe; no birth date is needed.
relatives-stopped = All right, nothing changed.
relatives-added = { $who } is added. From now on I look for { $who }. What shall I look for?
    To come back to yourself, send /learners.
relatives-switched = From now on I look for { $who }. What shall I look for?
    To switch again, send /learners.
relatives-switched-self = I am looking for you again. What would you like to learn?
relatives-renamed = I will say { $who } from now on.
relatives-full = One phone can have { $most } learners at most, with yourself. Remove somebody with /learners first, please.
relatives-gone = That person is no longer in the list.
relatives-not-self = This is your own part. To delete everything, send /delete.
relatives-remove-ask = Remove { $who } from this phone? What { $who } saved, looked for and told will be gone for good. Your own part and the others' stay.
relatives-removed = { $who } is removed: saved courses, searches and what was told are gone. The messages in this chat are yours: they are deleted after 90 days, or with everything when you write /delete. I am looking for you again.
remember-noted-for = 📝 I will remember for { $who }: { $facts }. See or delete it with /me.
profile-title-of = What I remember about { $who }:
profile-empty-of = I remember nothing about { $who } yet. To switch, send /learners.
erase-ask-relatives = What I keep for { $who } will be deleted too. To remove one person only, use /learners.
erase-ask-channels = It is deleted in all { $count } places you linked: { $channels }.
choice-link = Link
choice-link-take = Take it here
choice-link-no = No, thanks
choice-unlink = Undo the link
link-code = Do you use Bạn Học somewhere else too (Zalo, Telegram, the web page)? Link them to share what you saved and told.
    Open Bạn Học there and send:
    /ketnoi { $code }
    The code works once, for { $minutes } minutes. Give it to nobody: whoever has it will see your data.
link-together = In use together: { $channels }.
link-undoable = The last link can be undone until { $until }.
link-moment = { $time } on { $date }
link-code-form = A code has 8 letters and digits, for example /ketnoi 7KQ2-M4XD. To get one, send /link on your other channel.
link-wrong = That code does not work. Please check each letter, or send /link on your other channel for a new one.
link-too-often = There were too many wrong codes, so I stopped for safety. Please wait about an hour and get a new code.
link-own = That code is your own. Open Bạn Học on your other channel (Zalo, Telegram or the web page) and send it there.
link-ask = Link this chat with Bạn Học on { $channels }?
    Both become one: what you saved, looked for and told, and your relatives, are shared. Where the two say different things, the newer holds. You can undo it for a day.
    Only link if you yourself have just made this code. If somebody gave it to you, they will see your data.
link-gone = That code has expired or was used. Send /link on your other channel for a new one.
link-refused = All right, I did not link anything.
link-too-many-learners = Together that would be more than 8 learners, so I cannot link yet. Remove somebody with /learners and try again.
link-leaving = What is here or there is going to be deleted, so I cannot link yet. Send /delete on that side, choose to keep it, and get a new code.
link-done = Linked with Bạn Học on { $channels }. From now on both are one.
link-came = Joined: { $parts }.
link-came-saved = { $count ->
        [one] 1 saved course
       *[other] { $count } saved courses
    }
link-came-told = { $count ->
        [one] 1 thing you told
       *[other] { $count } things you told
    }
link-came-relatives = { $count ->
        [one] 1 relative
       *[other] { $count } relatives
    }
link-newer = “{ $kept }” instead of “{ $gone }”, being newer.
link-done-undo = If you change your mind, press “Undo the link” or send /link before { $until }.
link-told = Your Bạn Học was just linked with { $channel }. If that was not you, send /link and choose “Undo the link”.
link-undone = Undone. Both sides are as they were before. What was told since stays on { $channels }.
link-undone-told = Two places where Bạn Học is used were just parted again. Both are as they were before.
link-undo-gone = This link cannot be undone: it is undone already, a day has passed, or another one came after it. Send /link to see.
link-give = On the phone of { $who }, open Bạn Học and send:
    /ketnoi { $code }
    What { $who } saved, looked for and told moves there for good; this phone keeps none of it. The code works once, for { $minutes } minutes; give it to { $who } only.
link-give-ask = This code moves here what a relative has kept for you: saved courses, searches, what was told. They will not keep it, and it cannot be moved back. Take it?
link-taken = It is here now. See it with /me.
link-given-told = The learning of { $who } has moved to their own phone.
### Consents

consent-text-announcements = Announcements: now and then I write to you about new classes, community workshops and scholarships in Ho Chi Minh City, sometimes chosen by what you tell and look for here. Whoever writes them sees only how many people get them, not who you are. Stop any time: send /announcements off or /stop.
consent-text-reminders = Reminders: I write to you when classes, deadlines or lessons you chose come up. The times are used to remind you and are given to nobody else. Stop any time: send /stop.
consent-text-ai-tutor = AI tutor: what you ask about lessons, answers I cannot grade, what you look for that I do not understand, and voice messages and pictures you send go to AI models, possibly abroad, to be understood, answered or graded. Whoever runs them can read, hear and see them; I send no name or account along and keep no file. Please leave private things out. For people aged 16 or over; under 16 a parent turns it on. Stop any time: send /ai off.
consent-text-research = Research: researchers may use what you look for and learn here, with name and account removed, to find out which ways of learning help. Only figures of five people or more together are published. For people aged 16 or over; under 16 a parent agrees. Stop any time: send /research off.
consent-ask = Do you agree? If you do not, everything else works just the same.
consent-is-off = It is off. Everything else works just the same without it.
consent-is-on = It is on, since { $date }.
consent-given = { $what ->
        [announcements] Announcements are on.
        [reminders] Reminders are on.
        [ai] The AI tutor is on.
       *[research] Thank you, I have noted that you agree to research.
    }
consent-given-before = { $what ->
        [announcements] Announcements are on already.
        [reminders] Reminders are on already.
        [ai] The AI tutor is on already.
       *[research] You agreed to research before.
    }
consent-ended = { $what ->
        [announcements] Announcements are off. What was waiting to be sent stays unsent.
        [reminders] Reminders are off. What was waiting to be sent stays unsent.
        [ai] The AI tutor is off. From now on your questions go to no AI.
       *[research] I have noted that you no longer take part in research.
    }
consent-off-before = { $what ->
        [announcements] Announcements are off already.
        [reminders] Reminders are off already.
        [ai] The AI tutor is off already.
       *[research] You do not take part in research.
    }
consent-declined = All right, it stays off and I will not ask again. Everything else works as always.
consent-guardian = { $what ->
        [ai] Under 16, the AI tutor needs a parent’s consent
       *[research] Under 16, taking part in research needs a parent’s consent
    }, so I have not turned it on. Finding classes, saving courses and everything else works for you.
consent-guardian-how = Ask a parent to confirm: your mother or father sends /learners to Bạn Học from their own account, adds you as their child, switches to your part and sends { $command }.
choice-consent-announcements = Turn on announcements
choice-consent-reminders = Turn on reminders
choice-consent-ai-tutor = Turn on the AI tutor
choice-consent-research = Agree to research
choice-consent-no = No, thanks
choice-consent-off = { $what ->
        [announcements] Turn off announcements
        [reminders] Turn off reminders
        [ai] Turn off the AI tutor
       *[research] Leave research
    }
choice-consent-again = { $what ->
        [announcements] Turn announcements on again
        [reminders] Turn reminders on again
        [ai] Turn the AI tutor on again
       *[research] Take part in research again
    }
choice-under-16 = I am under 16
stop-done = Stopped: from now on I do not write to you by myself, and what was waiting stays unsent. When you write, I still answer.
stop-nothing = I do not write to you by myself: reminders and announcements are both off. When you write, I answer.
stop-seats = Only workshops you have a seat in or wait for still bring their own news. To give a seat back, write /workshops.
stop-everybody = That goes for the relatives you help as well: what is meant for them comes to you.
profile-consent = { $what ->
        [announcements] You agree to announcements
        [reminders] You agree to reminders
        [ai] You agree to the AI tutor
       *[research] You agree to research
    } since { $date }
ai-page = What here is AI, and what is not?
    • Not AI: finding courses, suggestions, lessons. A program compares your words with the catalogue and quotes it word for word.
    • { $hasModel ->
        [yes] The AI tutor: only once you have turned it on, and only what you ask inside a lesson or after /ask, answers I cannot grade, what you look for that I do not understand, voice messages and pictures, are sent to an AI model.
       *[no] Right now no AI model is connected, so none of your messages is sent to any AI.
      }
    • When there is an AI tutor, each answer is marked: “📘 From the lesson” is the lesson’s own text, “🤖 Made by AI, may be wrong” is written by a machine. AI answers only those who turned it on.
help-thongbao = /announcements – turn announcements on or off
help-ai = /ai – what is AI here; turn the AI tutor on or off
help-dung = /stop – stop everything I send by myself

remember-under-16 = Under 16, the AI tutor and research need a parent’s consent; everything else works as always.
privacy-short = I keep only what I need to answer you and find classes, without name or phone number; messages are deleted after { $days } days. See it with /me, download it with /mydata, delete all with /delete, at any time. Announcements, reminders, the AI tutor and research are on only if you agree; stop them with /stop, /ai, /research.
choice-privacy = Privacy
help-privacy = /privacy – what I keep about you, who sees it
menu-stop = Stop all messages by itself
menu-privacy = What is kept about you, who sees it

### Privacy page

privacy-title = Privacy at Bạn Học
privacy-intro = Bạn Học is an automatic assistant that helps you find a place to learn. You can use it at once, without signing up, without name, phone number or identity card. This page says what is kept, what for, for how long, who sees it, and what you can do.
privacy-kept-title = What is kept, what for, how long
privacy-kept-chat = Messages and answers
privacy-kept-chat-why = To answer you and for you to read again. Deleted after { $days } days.
privacy-kept-wishes = What you look for
privacy-kept-wishes-why = For example “accounting in the evening”. To suggest courses to you, and for the city to know what people need to learn. Kept until you delete it.
privacy-kept-marks = Courses you save, open, dismiss or report
privacy-kept-marks-why = For you to find again and to suggest better. Kept until you take it back or delete it.
privacy-kept-facts = What you tell about yourself
privacy-kept-facts-why = Your ward, free hours, budget, work, age group, wheelchair access… only if you tell it. To find classes that fit. The age group only, never a birth date. Kept until you have it forgotten.
privacy-kept-enrolments = Courses you say you registered for, take or finished, and your rating
privacy-kept-enrolments-why = For you to see at /mycourses, and for the city to count how many people learn each year. Kept until you delete it.
privacy-kept-lessons = Lessons you take, what you answer, self-assessments, certificates
privacy-kept-lessons-why = So that you go on where you stopped, review in time and see it in /progress and your notebook. The words you type as answers go after { $days } days, the rest stays until you erase it. The page that checks a certificate has your name only if you want it there.
privacy-kept-tutor = What you ask the AI tutor and what it answers, if you have turned it on
privacy-kept-tutor-why = So that the tutor remembers what was just said, and to check that the AI answers properly. Phone numbers, addresses and papers are masked before anything is kept. Deleted after { $days } days.
privacy-kept-gaps = Questions of yours that no lesson answers
privacy-kept-gaps-why = So that those who write lessons know what is missing. Who asked is not kept; numbers, addresses and papers are covered before it is written down. Goes a year after it was asked last.
privacy-kept-reminders = What you asked to hear of, your reminder hour and what you were reminded of
privacy-kept-reminders-why = To remind you at the right hour and never twice of one thing; only if you turned it on. Kept until you delete it.
privacy-kept-relatives = Relatives you add and channels you link
privacy-kept-relatives-why = What you call them, and whether they are your child, parent or relative. To look for each of them. Kept until you delete it; what a link joined is kept for one day so that it can be undone.
privacy-kept-classes = Classes you open or join
privacy-kept-classes-why = The name of the class, the name you let its teacher see, and when you agreed. So that the teacher knows how far you are, not what you answered. Kept until you delete it; after you leave a class for 30 days, so that you can come back.
privacy-kept-account = The id of the conversation
privacy-kept-account-why = Your id on Telegram or Zalo, or a random one in a cookie of the web page. For answers to reach you. Kept until you delete it.
privacy-kept-consents = What you agreed to
privacy-kept-consents-why = What, in which words, on which day and channel, and when you ended it. To prove that you were asked. After you delete your data only these lines are left, without a name, with a code that only fits your own account, for { $years } more years.
privacy-kept-cases = What you send to staff
privacy-kept-cases-why = Questions, feedback, reports and the answers. For staff to answer you. Deleted { $days } days after the matter is closed; take it back with /me.
privacy-kept-danger = That somebody wrote words of danger
privacy-kept-danger-why = Staff on duty are told that it happened, on which channel and when, and do not see what you wrote. No reminder comes for 48 hours. Kept until you erase your data.
privacy-kept-faults = Technical faults
privacy-kept-faults-why = The number of a message that failed, without its content. To repair the fault. Deleted after { $days } days.
privacy-not-kept = Your name, picture, contacts and phone number are not taken from Telegram, Zalo or your device; please write no document or account numbers into messages. Of a location you send only the ward is kept. Server logs hold no message text. The web page has no advertising and does not follow you elsewhere.
privacy-backups = A backup is made every night and the newest { $count } are kept; what you deleted may stay in them for as many days and is then gone for good.
privacy-backups-other = The operator backs the data up separately; what you deleted is gone for good when the old backups expire.
privacy-seen-title = Who sees it
privacy-seen-operator = People charged with running Bạn Học, when they repair a fault or deal with your request.
privacy-seen-staff = Staff see what you send when you ask them (/human), give feedback or report a course; messages before that only if you agree.
privacy-seen-organisers = Organisers of classes do not know who you are, unless you contact them or register with them yourself.
privacy-seen-platforms = If you write by Telegram or Zalo, they carry the messages and keep them by their own rules.
privacy-seen-model = Whoever runs the AI model, possibly abroad, can read what you ask the AI tutor and answers it marks for you, with phone numbers, addresses and papers masked, and can hear and see voice messages and pictures you send (no file is kept here), without your name or account. Only once you have turned it on with /ai; until then none of your messages goes there.
privacy-seen-city = The city uses what residents look for as totals, without anybody’s name. Your data is not sold or traded.
privacy-rights-title = Your rights, and how to use them in the chat
privacy-rights-intro = Send one of these commands to Bạn Học; you need not give a reason:
privacy-right-see = (or /me) See what is remembered about you, where it came from, and have single things forgotten.
privacy-right-download = (or /mydata) See and download everything kept about you, at once. The link works for { $minutes } minutes; where links cannot be opened there is a file or another way.
privacy-right-erase = (or /delete) Delete everything: at once, or after a day in which you may change your mind.
privacy-right-correct = Say it again
privacy-right-correct-how = For example “I live in Go Vap”: the new word takes the place of the old.
privacy-right-announcements = (or /announcements) Turn announcements on or off.
privacy-right-stop = (or /stop) Stop reminders and announcements at once; what is waiting is not sent either.
privacy-right-ai = Know what is AI; turn the AI tutor on or off.
privacy-right-research = (or /research) Agree to research or leave it.
privacy-consent = Announcements, reminders, the AI tutor and research: each is asked for by itself, none is on from the start, and silence is a no. If you agree to none, everything else works just the same.
privacy-terms = Other requests (restriction, objection, complaint) go to the operator at the end of this page. By law they confirm within 2 working days; withdrawal, restriction and objection are done within 15 days; access and correction within 10; deletion within 20.
privacy-children-title = Under 16
privacy-children = Under 16 you can find classes, save courses, and get reminders and announcements if you turn them on. The AI tutor and research need the consent of a parent or guardian, from their own account. Only the age group is asked for. Parents who want to see or delete their child’s data send /me, /mydata, /delete where the child writes, or contact the operator.
privacy-ai-title = AI
privacy-ai = Finding and suggesting courses compares words with the catalogue and is not AI. { $hasModel ->
    [yes] The AI tutor is sent only questions, and wishes I do not understand, of people who turned it on; the model may be abroad,
   *[no] No AI model is connected now, so no message is sent to any AI. When there is an AI tutor, only questions of people who turned it on are sent, the model may be abroad,
  } and each answer is marked “📘 From the lesson” or “🤖 Made by AI, may be wrong”.
privacy-operator-title = Who is responsible, and where to ask
privacy-operator-missing = The operator has not filled in a name and a way to reach them here. Until they do, this is a trial: please send nothing private.
privacy-law = Under the Personal Data Protection Law No. 91/2025/QH15 and Decree 356/2025/NĐ-CP.
### Hand-over, feedback and staff

help-nguoithat = /human – ask a member of staff
help-gopy = /feedback – tell us what could be better
menu-human = Ask a member of staff
menu-feedback = Send feedback
choice-human = Ask a member of staff
choice-ask-again = Ask staff again
choice-hand-over-share = Yes, they may read the recent chat
choice-hand-over-only = Send only this question
choice-hand-over-cancel = Never mind
choice-resume = Back to finding courses
choice-withdraw = Take the question back
choice-withdraw-one = Take back: { $what }
choice-disagree = I disagree
disagree-typed = (If you think I graded this wrong, write “wrong grade”.)
disagree-sent = Thank you for saying so. I have passed your answer to staff for a second look and will write as soon as they have decided.
disagree-open = Staff are looking at this question already. I will write as soon as they have decided.
disagree-decided = Staff have looked at this answer and left the result as it is. To ask more, write /human.
disagree-right = This answer is counted as right.
disagree-own = This answer is counted as meaning the same, as you chose.
disagree-none = I see no answer that was just graded. Please answer the question first.
disagree-compare = This answer has not been graded yet. If it means the same as the good answer, choose “Same idea”.
staff-about = About: { $question }
staff-right-after-all = Your answer is right, and we are sorry that it was graded wrong. It now counts as right for you. Thank you for telling us!
staff-grade-kept = Staff looked at it again and find the answer not right yet, so the result stays. Thank you for asking.
choice-reply-staff = Reply to staff
choice-case-done = All settled, thank you
choice-report-more = Tell more
choice-feedback-drop = No need
hand-over-consent = A member of staff (a person) will answer you here. May they read the last { $count } messages of our chat before this, to understand you better? If not, I pass on your question alone.
hand-over-question = I will pass this on to staff: “{ $text }”
hand-over-ask = What would you like to ask? Write it in one message and I will pass it on at once.
hand-over-sent = I have passed your question on to staff. They can answer { $when } at the earliest, right here. If nobody has answered after two days, I will tell you.
    What you write now goes to them as well; I will not cut in. To have me find courses again, press “Back to finding courses” or write /find.
hand-over-cancelled = All right, I have not sent anything. What would you like to learn?
expected-part = { $part ->
        [afternoon] afternoon
       *[morning] morning
    }
expected-when = { $day ->
        [now] within today’s working hours
        [today] this { $part }
        [tomorrow] tomorrow { $part }
        [monday] on Monday { $part }
        [tuesday] on Tuesday { $part }
        [wednesday] on Wednesday { $part }
        [thursday] on Thursday { $part }
        [friday] on Friday { $part }
        [saturday] on Saturday { $part }
        [sunday] on Sunday { $part }
       *[date] in the { $part } of { $date }
    }
with-staff-passed-on = Passed on to staff. Just keep writing, I will not cut in. To have me find courses again, press “Back to finding courses” or write /find.
with-staff-receipt = ✓ Passed on to staff.
with-staff-go-on = Your case is with staff. Go ahead and write, I will pass it on.
with-staff-resumed = I am finding courses for you again. Your question stays with staff; I will bring their answer here. What would you like to learn?
case-done = Thank you for telling me. If you would like to learn something else, just write.
case-withdrawn = Taken back: staff no longer see what you had sent. What would you like to learn?
case-already-closed = That matter is closed already. If you need more, you can ask staff again.
staff-answers = 👤 A member of staff answers:
staff-answers-named = 👤 { $name } (staff) answers:
staff-typed = To reply, write /human; to find courses, write /find.
staff-typed-again = To ask more, write /human; to find courses, write /find or just what you want to learn.
staff-closed = 👤 Staff have closed this conversation. I am here to find courses for you again.
staff-unanswered = I am sorry: nobody has been able to answer your question within two days. You can ask again, or write to me what you want to learn and I will look at once.
feedback-ask = What would you like to tell us? Write it in one message: what is good, what is missing, what is hard to use.
feedback-thanks = Thank you, I have passed it on to the people in charge. If they answer, I will write to you here. To see it or take it back: /me.
feedback-dropped = All right. Whenever you have something to tell, write /feedback.
report-tell = What is wrong with this course? Tell me in one message.
report-told = Thank you, I have added that for the people in charge. If they answer, I will write to you here.
not-understood-offer = I am sorry, I keep missing your point. You can choose a field below, or ask a member of staff.
profile-cases = With staff: { $cases }
own-case = { $kind ->
        [feedback] feedback of { $date }
        [wrong_information] report on “{ $course }” of { $date }
        [grade] second look at a graded answer of { $date }
       *[hand_over] question of { $date }
    }
data-table-inbox-case = What you sent to staff
data-table-inbox-message = Messages with staff
data-field-reasons = what is wrong
data-field-shares = staff can read
data-field-author = who wrote
data-field-said = written
data-field-opened = sent
data-field-answered = answered
data-field-closed = closed
data-field-question = question
data-field-regraded = counted as right after all on
data-field-closed-by = why it closed

### Staff: command and API

staff-usage = Usage:
    npm run staff -- add EMAIL --role admin|editor|approver|viewer|partner [--organisation ID] [--name NAME]
    npm run staff -- link EMAIL      makes a new sign-in link, alone on the last line
    npm run staff -- token EMAIL     makes an API token, printed on the last line
    npm run staff -- revoke EMAIL    ends all tokens of a member
    npm run staff -- list
    npm run staff -- remove EMAIL
staff-role = --role is “{ $role }”; it must be one of: { $roles }.
staff-email = “{ $email }” is no e-mail address. Write it like an@example.org.
staff-name = --name must have 1 to { $most } characters and no line breaks: residents see it with answers.
staff-partner-organisation = A partner needs --organisation, the id or the exact name of an organisation of the catalogue.
staff-organisation-partner = --organisation is for the role partner only; the other roles see every organisation. Leave it out, or use --role partner.
staff-organisation-unknown = There is no organisation “{ $organisation }” in the catalogue. Write its id or its name exactly as in the catalogue; an import of courses brings its organisations.
staff-organisation-gone = (no longer in the catalogue)
staff-twice = { $email } is a member already. To change the role, remove the member first: npm run staff -- remove { $email }
staff-unknown = There is no member { $email }. See who there is: npm run staff -- list
staff-added = Added { $email } with the role { $role }.
staff-link = The link with which { $email } signs in, once within { $minutes } minutes. Open it and press the button on its page. Whoever has it can sign in; an earlier link no longer works.
staff-token = API token of { $email }, valid at once. It is shown this once only; whoever has it can do what this member may do.
staff-revoked = Ended { $count } tokens of { $email }.
staff-removed = Removed { $email } and ended { $count } tokens.
staff-nobody = There is nobody yet. Add somebody: npm run staff -- add EMAIL --role admin
staff-list-head = E-mail | Role | Organisation | Name | Tokens | Since
staff-failed = Nothing was changed: { $problem }. Remove the cause and run it again.
api-no-token = Send a valid API token: Authorization: Bearer TOKEN. npm run staff -- token EMAIL makes one.
api-wrong-role = Your role ({ $role }) may not do this.
api-nothing-there = There is nothing with this id.
api-no-case = There is no such case.
api-case-state = The case is not in a state for this.
api-case-other = A colleague holds this case.
api-case-unclaimed = Claim the case first.
api-key-reused = This Idempotency-Key was used for another text.
### Profile, getting to know each other, equal access

fact-interests = likes { $topics }
fact-goal = { $value ->
        [new_job] learns for a new job
        [better_work] learns to do better at work
        [own_business] learns for a business of their own
        [help_child] learns to help a child
        [hobby] learns for fun, as a hobby
        [exam] learns for an exam or a diploma
       *[daily_life] learns for daily life
    }
fact-goal-occupation = learns for a job in { $occupation }
fact-level = { $value ->
        [beginner] a beginner
        [intermediate] has learnt some, intermediate level
       *[advanced] wants advanced courses
    }
fact-language = { $value ->
        [en] needs teaching in English
       *[vi] needs teaching in Vietnamese
    }
fact-disability = { $value ->
        [seeing] seeing is hard
        [hearing] hearing is hard
        [moving] getting around is hard
       *[learning] needs to learn slowly
    }
fact-phone = { $value ->
        [iphone] uses an iPhone
       *[android] uses an Android phone
    }
fact-address = wants to be called “{ $value ->
        [anh] anh
        [chi] chị
        [co] cô
        [chu] chú
        [bac] bác
        [em] em
       *[ban] bạn
    }”
fact-speech = likes short, easy words
fact-skills = can already do { $skills }

fact-kind = { $kind ->
        [skills] What you can do
        [place] Where you live
        [times] Free time
        [budget] Money for courses
        [device] Device
        [data] Internet
        [wheelchair] Wheelchair
        [role] What you do
        [age_band] Age
        [interests] What you like
        [goal] What you learn for
        [level] Level
        [language] Teaching language
        [disability] What is hard for you
        [phone] Phone
        [address] How to address you
       *[speech] How to talk to you
    }
profile-told = { $source ->
        [said] You wrote on { $date }: { $facts }
        [asked] You answered on { $date }: { $facts }
       *[chosen] You chose on { $date }: { $facts }
    }
choice-edit = Change
choice-tell = Tell about me
choice-edit-more = Change something else
choice-profile = To my profile
choice-other-kinds = Something else
choice-other-values = Other options
choice-back-to-kinds = All entries
choice-forget-kind = Forget this
edit-which = What would you like to change or add? ✓ marks what I know.
edit-unknown = not known yet
edit-skills = Write the name of something you can do, such as “Excel”.
edit-place = Write the ward or district, for example “Go Vap”.
edit-choose = Please choose.
edit-choose-some = You can choose several; press again to drop one.
edit-or-write = Or write a few words, for example “baking”, “work as an accountant”.
edit-noted = Noted: { $fact }.
remember-restored = As it was before: { $facts }.

choice-setup = Get started (3 questions)
choice-setup-resume = Go on with the questions
choice-setup-skip = Skip this one
choice-setup-next = Done, go on
setup-intro = Three short questions, so that I find what fits. Skip any you like. If you want to learn something, just write it and I search at once.
    .simple = Three short questions. Skip any you like.
setup-goal = 1/3. What do you want to learn for?
setup-barriers = 2/3. What makes it hard for you to take a course? You can choose several.
setup-barriers-by-number = 2/3. What makes it hard for you to take a course? You can choose several, for example “1 3”.
setup-body = What is hard for you? I will look for classes that fit better.
setup-busy = I understand. The last question helps me find a time and place that suit you.
setup-other = Write it in a few words.
setup-where = 3/3. Where do you live, and when are you free? Write the ward or district, for example “Go Vap, evenings”, or choose a time:
    .simple = 3/3. Where do you live, and when are you free? Write “Go Vap, evenings”, or choose:
setup-where-place = 3/3. And where do you live? Write the ward or district, for example “Go Vap”.
setup-where-times = 3/3. When are you free?
setup-noted = 📝 I remember: { $facts }.
setup-far = I will look for classes near you, or to take at home.
setup-preview = For example:
setup-done = Thank you, that is all. See or change it with /me.
setup-stopped = I will not ask any more. Write /setup to go on. Whatever you want to learn, just write.
choice-goal = { $value ->
        [new_job] A new job
        [better_work] Better at work
        [own_business] My own business
        [help_child] To help my child
        [hobby] For fun, a hobby
        [exam] An exam, a diploma
       *[daily_life] Daily life
    }
choice-barrier = { $value ->
        [money] No money for it
        [far] Too far away
        [time] Not free in the day
        [computer] No computer
        [network] Weak or dear internet
        [body] Hard to hear, see, walk
       *[other] Something else
    }
choice-difficulty = { $value ->
        [seeing] Seeing
        [hearing] Hearing
        [moving] Getting around
       *[learning] I learn slowly
    }
choice-time = { $value ->
        [morning] Mornings
        [afternoon] Afternoons
        [evening] Evenings
       *[weekend] Weekends
    }
help-batdau = /setup – three questions, so that I find what fits
help-tietkiem = /lowdata on – short messages, little data (off: /lowdata off)
help-dehieu = /simple on – short and easy words (off: /simple off)

choice-mode-on = On
choice-mode-off = Off
mode-low-data-ask = Saving data: short messages, two courses at a time, no pictures. On or off?
mode-low-data-on = Saving data is on: shorter messages, two courses at a time, no pictures. I also put courses that need little data first.
mode-low-data-off = Saving data is off.
mode-simple-ask = Short sentences, easy words, two courses at a time. On or off?
mode-simple-on = All right. From now on I use short and easy words.
mode-simple-off = That is off. I write as usual again.

steps-which-phone = Which phone do you have? I will remember it.
choice-iphone = iPhone
choice-android = Android (Samsung, Oppo, Xiaomi…)
choice-phone-unknown = I don't know
steps-location-by-name = You need not share your location here. Write the ward or district, for example “in Go Vap”, and I search near it.
steps-location = To share your location in Telegram:
    1. Tap the paper clip 📎 beside the message field.
    2. Choose Location.
    3. Choose Send My Current Location.
    If the phone asks, allow it while using the app. If you would rather not, write your ward, for example “in Go Vap”.
    .iphone = To share your location in Telegram on an iPhone:
        1. Tap the paper clip 📎 to the left of the message field.
        2. Tap Location in the bottom row.
        3. Tap Send My Current Location.
        No map? Open Settings → Privacy & Security → Location Services → Telegram → While Using the App.
    .android = To share your location in Telegram on Android:
        1. Tap the paper clip 📎 to the right of the message field.
        2. Tap Location in the bottom row.
        3. Tap Send My Current Location.
        No map? Swipe down from the top of the screen, switch Location on, and allow Telegram while using the app.
steps-home = To keep Bạn Học on the home screen:
    • iPhone: open the page in Safari, tap Share (a square with an arrow up), choose Add to Home Screen, tap Add.
    • Android: open the page in Chrome, tap the three dots ⋮ at the top, choose Add to Home screen, tap Add.
    .iphone = To keep Bạn Học on the home screen of an iPhone:
        1. Open the page in Safari.
        2. Tap Share (a square with an arrow up). If you do not see it, tap the three dots at the bottom first.
        3. Scroll down and tap Add to Home Screen.
        4. Tap Add. Bạn Học is on the home screen.
    .android = To keep Bạn Học on the home screen of an Android phone:
        1. Open the page in Chrome.
        2. Tap the three dots ⋮ at the top right.
        3. Tap Add to Home screen.
        4. Tap Add (or Create shortcut, if asked). Bạn Học is on the home screen.
steps-letters = To make letters larger:
    • iPhone: Settings → Display & Brightness → Text Size, drag to the right.
    • Android: Settings → Display → Font size, drag to the right.
    .iphone = To make letters larger on an iPhone:
        1. Open Settings → Display & Brightness → Text Size.
        2. Drag to the right until you read well.
        Larger still: Settings → Accessibility → Display & Text Size → Larger Text.
    .android = To make letters larger on Android:
        1. Open Settings → Display → Font size (or Display size and text). Samsung: Font size and style.
        2. Drag to the right until you read well.
        Not there? Tap the magnifying glass in Settings and type “font size”.
recommend-because-told = Because of what you told me: { $fact }
miss-computer = { $at ->
        [own] Note: you need a computer of your own
        [online] Note: usually needs a computer
       *[place] Note: ask the place whether it has computers
    }
caution-stale = Last confirmed: { $date }, some time ago: ask before you go
caution-reported = People reported that details have changed: ask before you go
caution-unlisted = Its provider no longer lists this course: ask before you go
course-standing = { $standing ->
        [closed] The organiser says this course is no longer offered.
        [ended] This course is over.
        [reported] Several people reported that the details of this course are no longer right; we are waiting for the organiser to confirm it.
       *[unconfirmed] Nobody has confirmed for a long time that this course is still offered. The last time was { $date }.
    }
choice-similar-open = Similar courses that are open
site-similar = Similar courses that are open
site-similar-none = There is no similar course right now. Ask Bạn Học, and we will look together.
data-table-consent-asked = What you were asked to agree to
data-field-asked-on = asked on
data-field-refused = refused
data-field-given-by = agreed by
data-field-text-version = version of the words

### From a wish to a course

choice-registered = I registered
choice-registered-number = Registered { $number }
choice-learning = I am learning
choice-learning-number = Learning { $number }
choice-finished = I finished
choice-finished-number = Finished { $number }
choice-dropped = Not going on
choice-rate = Rate the course I took
choice-rate-stars = { $rating ->
        [one] 1 star
       *[other] { $rating } stars
    }
choice-rate-skip = Skip
choice-comment = Write a few words
choice-my-courses = My courses
enrol-registered = Great! I noted that you registered for “{ $title }”. Enjoy it!
enrol-learning = I noted that you are taking “{ $title }”. When you are through, write “I finished it”.
enrol-finished = Congratulations on finishing “{ $title }”! 🎉
enrol-dropped = That is all right: I noted that you are not going on with “{ $title }”. Whenever you want to continue or find another class, just write.
enrol-rate-ask = How was this course? 1 star is not satisfied, 5 stars is very good. You can also skip this.
enrol-rate-skipped = That is fine. If you need anything else, just write.
enrol-rated = Thank you! I noted { $rating ->
        [one] 1 star
       *[other] { $rating } stars
    } for “{ $title }”, to suggest better to others.
enrol-comment-ask = Write a few words about “{ $title }”: what was good, what was not? Write “skip” if you would rather not.
enrol-comment-kept = I kept your words. Thank you!
enrol-comment-cut = I kept the first { $most } letters of your words. Thank you!
enrol-taken-back = I took back what I just noted about “{ $title }”.
enrol-changed-since = You changed where you stand with “{ $title }” since, so I left it as it is. See /mycourses.
enrol-which = Great! Which course do you mean?
enrol-which-none = Great! I do not know yet which course you mean. Find it, look at its details and save it, then tell me.
my-courses-title = Your courses:
my-courses-footer = Look at the details of a course to change where you stand, or to find similar ones.
my-courses-empty = You have not saved or registered for a course yet. What would you like to learn? Write to me, or choose a field:
standing = { $status ->
        [registered] You registered on { $date }
        [learning] You are learning, since { $date }
        [finished] You finished on { $date }
        [dropped] You stopped on { $date }
       *[saved] You saved it
    }
profile-enrolled = Courses you registered for, take or finished: { $count }
help-khoahoc = /mycourses – courses you saved, registered for or take
choice-not-yet = Not yet
choice-reason-price = Too expensive
choice-reason-time = Wrong time
choice-reason-far = Too far
choice-reason-full = No seats left
choice-reason-other = Another reason
choice-reason-none = I will see later
choice-find-cheaper = Find a cheaper class
choice-find-free = Find a free class
choice-find-evening = Find an evening class
choice-find-weekend = Find a weekend class
choice-find-self = Find one at my own pace
choice-find-near = Find one nearer
choice-find-online = Find one online
choice-remind-off = Reminders off
choice-remind-again = Turn reminders on again
choice-remind-hour = Change the time
choice-remind-start = Remind me before it starts
choice-remind-morning = Morning { $time }
choice-remind-noon = Noon { $time }
choice-remind-evening = Evening { $time }
choice-learn-now = Learn now
choice-learn-go-on = Go on
choice-review-now = Review now
choice-learn-evening = This evening
choice-learn-tomorrow = Tomorrow
choice-learn-rest = Rest today
choice-learn-stop = Stop reminders
choice-learn-again = Remind me again
learn-remind-plain = It is your time to learn. Today’s lesson takes a few minutes.
learn-remind-few-minutes = Do you have a few minutes? I have a short lesson for you.
learn-remind-useful = Let us learn one small thing today that you can use at once.
learn-remind-open = You stopped in the middle of a lesson. Press, and you are right where you were.
learn-remind-open-short = There is only a little left of the lesson you began. Shall we finish it?
learn-remind-review = { $reviews ->
        [1] There is one question you have learnt; reviewing it now makes it last.
       *[other] There are { $reviews } questions you have learnt; reviewing them now makes them last.
    }
learn-remind-review-short = Let us review a few questions, it takes a minute or two.
learn-remind-goal-near = You have learnt on two of the last days. With today it is three days in a week.
learn-remind-goal-met = You have learnt on { $days } days this week, well done. A little more today, or a rest: both are fine.
learn-remind-no-hurry = If you are busy, leave it. Whenever you have a few minutes, the lesson is here.
learn-pause = You seem to be busy, so I stop reminding you to learn. All you have learnt is kept. Whenever you want to go on, write /lesson or press below.
learn-snoozed-evening = All right, I will remind you at { $time } this evening.
learn-snoozed-tomorrow = All right, I will remind you tomorrow at about { $time }.
learn-again = All right, I remind you to learn as before, with at most one message a day.
learn-rest-today = All right, rest today; I will not remind you. Every week has one day off like this.
learn-rest-used = This week's day off was { $date }. If today is busy, just leave it, or shall I remind you tomorrow instead?
learn-stopped = I have stopped: no more reminders from me. To learn whenever you like, write /lesson.
learn-not-reminded = Reminders are off. To be reminded to learn, choose a time at /remind.
learn-relative-gone = This person is no longer among your learners.
follow-up-ask = Last week you looked at the page of “{ $title }”. Have you registered? It is fine if not, I ask only once.
follow-up-not-yet = That is quite all right. Is there anything about “{ $title }” that holds you back? Tell me, and I will look for one that fits better.
follow-up-fine = Fine, take your time. Whenever you need me, just write.
follow-up-price = Thank you for telling me. Shall I look for one that costs less?
follow-up-time = Thank you for telling me. When would it suit you?
follow-up-far = Thank you for telling me. Shall I look for one nearer to you, or an online one?
follow-up-full = What a pity, thank you for telling me. There are some similar courses, have a look.
follow-up-other = Thank you for telling me. Just write what you need, or look at some similar courses.
start-soon = 🔔 “{ $title }” starts soon: on { $date }.
start-moved = 🔔 “{ $title }” has a new start date: { $date } instead of { $before }.
remind-consent = By myself I write at most one message a day: your lesson or what to review, when a course you saved or registered for is about to start, when there is a new course you asked me to look out for, and once after you looked at a course’s page. Never at night. Stop whenever you like: /remind off.
remind-choose = Pressing a time below means that you agree. Or write another one, such as: /remind 20:30
remind-is-on = Reminders are on, at about { $time }.
remind-is-off = Reminders are off: I remind you of nothing.
remind-set = Done! When there is something to remind you of, I write at about { $time }.
remind-set-nearest = From { $from } to { $until } I do not write, so that you can rest. I set the nearest time, { $time }. When there is something to remind you of, I write then.
remind-unclear = I did not understand that time. Write it like /remind 20:30 or /remind 8 pm. Setting a time means that you agree to reminders; /remind off ends them.
remind-off = Reminders are off. What you saved is still there. To stop everything I send by myself, write /stop.
remind-off-before = Reminders are off already.
remind-start-will = I will remind you two days before it starts.
remind-start-offer = If you would like a reminder before it starts, press “Remind me before it starts”: pressing means that you agree to reminders.
remind-start-set = Done! I will remind you two days before “{ $title }” starts, at about { $time }. If the date changes, I will tell you too.
profile-reminders = Reminders are on, at about { $time }
help-nhac = /remind 20:30 – set the time of reminders; /remind off – no reminders
choice-alert = Tell me when there is one
choice-alert-undo = No, do not tell me
choice-saved-wishes = What I asked for
choice-show-all = Show all
choice-show-wish = Show: { $wish }
choice-wish-paused = { $wish } (paused)
choice-wishes-more = Show more
choice-wish-show = Show what there is
choice-wish-pause = Pause
choice-wish-resume = Tell me again
choice-wish-remove = Remove this
choice-history = My search history
choice-history-all = Delete my search history
choice-history-one = Delete: { $wish }
alert-offer = 🔔 Press “Tell me when there is one” and I write when there is a new course for this, at most one message a day. Pressing means that you agree to reminders; /remind off ends them.
alert-offer-typed = 🔔 Write “let me know when there is one” and I write when there is a new course for this, at most one message a day. Writing it means that you agree to reminders; /remind off ends them.
alert-saved = Done! I keep what you are looking for: “{ $wish }”. When there is a new course for it, I write at about { $time }.
alert-known = I am still looking out for you: “{ $wish }”. I write as soon as there is a new course.
alert-full = I am looking out for { $most } things already. Take one off the list, and I will keep this one.
alert-which = What should I look out for? Write what you would like to learn first, then “let me know when there is one”.
alert-title = 🔔 New courses for what you asked for, “{ $wish }”:
alert-more = There are { $count } more new ones for this.
alert-other = “{ $wish }” has { $count } new ones too.
alert-others = And { $count } other things you asked for have new ones too.
saved-wishes-title = I am looking out for { $count } things for you. Choose one to look at, pause or remove:
saved-wishes-silent = Reminders are off, so I cannot tell you of new courses.
saved-wishes-empty = You have not asked me to look out for anything. After a search write “let me know when there is one”, and I write when there is a new course.
saved-wish-on = “{ $wish }”: I have been looking out for it since { $date }.
saved-wish-paused = “{ $wish }”: paused, I say nothing about it.
saved-wish-gone = This is not on the list any more.
saved-wish-removed = I stopped looking out for “{ $wish }”.
profile-saved-wishes = Things you asked me to look out for: { $count }
history-title = What you searched for lately:
history-line = • { $wish } ({ $date })
history-anything = whatever there is
history-why = I use this to suggest courses in /recommend. Once it is deleted it stays in the city’s figures, and nobody knows who searched.
history-empty = I keep no search of yours.
history-one-removed = I deleted that one.
history-all-removed = I deleted your search history; /recommend does not use it any more. Messages you sent are deleted after 90 days; to delete everything now, write /delete.
help-daluu = /saved – what you asked me to look out for

## Workshops: seats, check-in

data-table-workshop-registration = Workshops you registered for, wait for or went to
data-table-workshop-notice = Messages about workshops you registered for
data-table-workshop-scan = Check-ins at the door
data-field-seat-code = check-in code
data-field-needs = needs help with
data-field-needs-text = needs help with, in your words
data-field-starts-at = starts at
data-field-waiting = waiting since
data-field-offered = offered at
data-field-offer-until = held until
data-field-taken = seat since
data-field-cancelled = cancelled at
data-field-checked-in = checked in at
data-field-rated = rated at
data-field-certificate-name = name on the certificate
data-field-certificate-code = code of the certificate
data-field-certificate-at = certificate made at
data-field-due = to be told from
data-field-scanned = noted at
privacy-kept-workshops = Workshops you or a relative registered for and went to, the help you need there, your rating
privacy-kept-workshops-why = To keep your seat, remind you, check you in, and certify that you came if you want that. Staff of that workshop see the check-in code and the help you need, not your name or account. Kept until you delete it.

### Console

console-name = Bạn Học – staff
console-skip = To the content
console-navigation = Pages
console-overview = Overview
console-sign-in = Sign in
console-sign-out = Sign out
console-to-overview = To the overview
console-back = Back
console-continue = Continue
console-pages = Pages
console-newest = Back to the newest
console-older = Older
console-not-done = This was not done
console-no-page = There is no such page. Check the address, or start from the overview.
console-forbidden = Your role may not do this. If it is needed, ask a colleague with admin rights.
console-foreign = This request did not come from the staff pages, so it was not carried out. Open the staff pages and do it there.
console-no-form = The form could not be read. Open the page again and send it again.
console-no-token = This page was old, so nothing was saved. Go back, reload the page and send it again.
console-too-large = What was sent is too large. Make it shorter and send it again.
console-signed-out = Your session has ended, so nothing was saved. Please sign in again.
console-too-many = Too many tries came from your network. Wait { $minutes } min and try again.
console-failed = Something went wrong on the server and nothing was saved. Try again in a minute; if it still fails, tell the operator.
console-field-wrong = This field is empty or not right. Fill it in again.
console-email = E-mail
console-email-wrong = This is no e-mail address. Write it like an@example.org.
console-email-taken = Somebody has this e-mail already. Use another one.
console-display-name = Display name
console-display-name-hint = Residents see this name with an answer, for example “Ms Lan”. Left empty, they see “a member of staff”.
console-name-wrong = A name has at most 60 characters, on one line.
console-sign-in-how = You sign in with a link that works once, within { $minutes } minutes. Open it and press the button on its page.
console-ask-title = Ask for a new link
console-ask = Ask for a link
console-ask-operator = The system sends no e-mail. Colleagues with admin rights see that you wait and hand you a link; the operator can make one with npm run staff as well.
console-link-asked = If that e-mail belongs to a member, those with admin rights now see that you wait. Ask them to pass you the link.
console-link-press = Press the button to sign in. The link works only once.
console-link-void = This link was used, has expired, or there is a newer one. Ask for a new link on the sign-in page.
console-code-title = Enter the code
console-code-app = The 6-digit code in your authenticator app
console-code-lost = Without your phone?
console-code-backup = A backup code
console-code-none = No backup code left: ask somebody with admin rights to switch off your second factor.
console-code-wrong = The code is wrong or was used before. Enter the one shown now; with a wrong clock on the phone codes are wrong too.
console-code-over = It took too long, or there were too many wrong codes. Ask for a new link and sign in again.
console-setup-title = Make the first administrator
console-setup-what = Nobody administers this yet. Whoever you enter here may add colleagues and do everything; this page closes right afterwards.
console-setup = Make and sign in
console-setup-void = This setup token does not work: it is wrong, or there is an administrator by now. Sign in, or look at the address that the server printed when it started.
console-set-up = Done. You are the first administrator.
console-yes = yes
console-no = no
console-save = Save
console-saved = Saved.
console-filter = Filter
console-from = From
console-to = To
console-everybody = Everybody
console-everything = Everything
console-copy = Copy
console-copied = Copied
console-nothing-waits = Nothing waits for you now.
console-plan = { $used } of this month’s { $of } messages are used.
console-links-asked = People waiting for a sign-in link
console-inbox = Inbox
console-inbox-figures = { $open } cases wait to be taken, { $claimed } are being dealt with.
console-cases-waiting = Cases waiting to be taken
console-cases-claimed = Cases being dealt with
console-nobody-waits = Nobody waits for an answer.
console-oldest = Waiting longest: since { $time }.
console-case = Case
console-case-number = Case { $id }
console-case-kind = Kind
console-case-status = Status
console-case-waiting = Waiting since
console-case-holder = Taken by
console-case-language = Language:
console-case-open = waiting to be taken
console-case-claimed = being dealt with
console-case-closed = closed
console-case-hand-over = question for a person
console-case-feedback = feedback
console-case-report = report of wrong information
console-case-danger = signs of danger
console-case-danger-what = Somebody may be in danger. They were given the reviewed answer with help lines, and reminders rest for 48 hours. What they wrote is not copied here. Claim the case to write to them; looking at it is noted in the audit.
console-case-grade = disagrees with a grade
console-case-grade-what = The learner thinks that the answer below is right. The lesson said: { $verdict ->
        [wrong] wrong
       *[unsure] not sure; the learner compared and chose “Not quite”
    }.
console-case-grade-lesson = Lesson “{ $title }”
console-case-grade-question = Question
console-case-grade-accepted = Taken for right
console-case-grade-rubric = An answer must say
console-case-grade-right = Right, count it
console-case-grade-keep = Keep the result and explain
console-case-grade-answer = Message to the learner
console-case-grade-hint = With “Right, count it” you need not write anything: the learner is told. If the result stays, please explain it in a few words.
console-case-regraded = Counted as right, and the learner is told. Remember to add this answer to the lesson.
console-did-regrade = counted an answer as right after all
console-case-reasons = Reasons: { $reasons }
console-case-claim = Take this case
console-case-release = Give it back
console-case-close = Close without an answer
console-case-now-yours = The case is yours. Answer below.
console-case-given-back = Given back; a colleague can take it.
console-case-moved-on = The case has changed since, so this was not done. Look again and decide.
console-case-taken = A colleague has taken this case. Talk to them.
console-case-unclaimed = Take the case before you answer.
console-case-repeated = This answer was sent with other words. Reload the page.
console-channel-web = web page
console-channel-telegram = Telegram
console-channel-zalo = Zalo
console-held-by = { $name } is dealing with this case.
console-shared-chat = The chat that this person shared ({ $count } messages)
console-from-person = Resident
console-from-service = Bạn Học
console-from-staff = Staff
console-delivery-pending = being sent
console-delivery-sent = sent
console-delivery-blocked = the person has blocked the bot
console-delivery-failed = could not be sent
console-answer = Answer
console-answer-hint = At most 2000 characters. The person sees your display name.
console-answer-wrong = Write 1 to 2000 characters, without control characters.
console-answer-send = Send
console-answer-close = Send and close
console-answered = The answer was sent.
console-answered-closed = The answer was sent and the case closed.
console-close-confirm = The case closes without an answer. A person who waits is told, and the case cannot be opened again.
console-closed = Closed.
console-no-case = There is no such case in your inbox.
console-no-cases = No cases.
console-staff = Staff
console-role = Role
console-role-hint = A viewer reads. An editor answers and writes announcements. An approver approves them. An admin does everything. A partner sees its own organisation only.
console-role-admin = Admin
console-role-editor = Editor
console-role-approver = Approver
console-role-viewer = Viewer
console-role-partner = Partner
console-role-wrong = Choose a role.
console-organisation = Organisation
console-organisation-hint = For partners only: the number or the exact name of an organisation of the catalogue.
console-no-organisation = The catalogue has no such organisation. Give its number or its exact name.
console-factor = Second factor
console-last-seen = Last used
console-tokens = API tokens
console-tokens-what = Programs use a token to act for this member. Tokens that work now: { $count }.
console-waits-for-link = waits for a link
console-asked-at = This member asked for a sign-in link at { $time }. Make sure it is really them, then make a link and pass it on.
console-add-member = Add somebody
console-add = Add and make a link
console-nameless = no display name
console-link = Sign-in link
console-link-what = A link works once, within { $minutes } minutes. A new one makes the old one void.
console-link-once = Pass this link on to the right person, privately. It is shown this once only and works once within { $minutes } minutes.
console-make-link = Make a link
console-token = API token
console-token-once = The token works at once and is shown this once only. Whoever has it can do what this member may do.
console-make-token = Make an API token
console-revoke-tokens = End all API tokens
console-revoke-confirm = Every program that uses a token of { $email } stops working at once.
console-revoked = All API tokens were ended.
console-end-sessions = Sign this member out everywhere
console-sessions-ended = The member was signed out everywhere.
console-reset-factor = Switch off the second factor
console-reset-confirm = Only when { $email } has lost the phone and the backup codes, and you are sure it is them. They are signed out everywhere and need a new link.
console-factor-reset = The second factor is off and the member signed out.
console-change-role = Change the role
console-role-changed = The role was changed.
console-demote-self = You will lose your admin rights and cannot take them back.
console-last-admin = This is the only administrator. Give somebody else admin rights first.
console-remove = Remove from the list
console-remove-what = The member is signed out at once; links and tokens end. The audit keeps what they did.
console-remove-confirm = { $email } can no longer sign in, and tokens end at once. To come back they must be added anew.
console-removed = Removed from the list.
console-not-self = You cannot remove yourself. Ask another administrator.
console-no-member = There is no such member, or they were removed.
console-account = Account
console-language = Language
console-sessions = Sessions
console-session-started = Started
console-browser = Browser
console-this-session = this one, now
console-sign-out-everywhere = Sign out everywhere
console-signed-out-everywhere = Signed out everywhere.
console-factor-please = Your role can do much. Set up the second factor, so that whoever gets hold of a link still cannot come in as you.
console-factor-why = Besides the link you enter a code from your phone when you sign in. Whoever gets hold of a link cannot come in.
console-factor-begin = Set up the second factor
console-factor-is-on = The second factor is on.
console-factor-is-off = The second factor is off.
console-factor-off = Switch off the second factor
console-factor-app = Open an authenticator app on your phone, for example Aegis, FreeOTP or Google Authenticator.
console-factor-scan = Scan this code with the app.
console-factor-enter = Enter the 6 digits that the app shows.
console-factor-secret = If it cannot be scanned, type this into the app:
console-factor-confirm = Confirm
console-backup-codes = Backup codes
console-backup-what = Each code stands in for the phone once. Keep them in a safe place: they are shown this once only.
console-backup-kept = I have kept the codes
console-new-backup-codes = Make new backup codes
console-audit = Audit
console-subject-broadcast = Announcement { $id }
console-subject-import = Import { $id }
console-subject-workshop = Workshop { $id }
console-audit-at = At
console-audit-by = Who
console-audit-what = What
console-audit-subject = With
console-audit-detail = Details
console-audit-area = Part
console-audit-command = the server’s command line
console-audit-none = No entries.
console-audit-file = Download as CSV (at most 10,000 rows)
console-area-staff = Staff
console-area-inbox = Inbox
console-did-add = added somebody
console-did-end-sessions = signed out everywhere
console-did-link = made a sign-in link
console-did-remove = removed somebody
console-did-rename = changed the display name
console-did-revoke = ended API tokens
console-did-role = changed the role
console-did-backup-codes = renewed their backup codes
console-did-factor-off = switched off the second factor
console-did-factor-on = set up the second factor
console-did-factor-reset = switched off somebody’s second factor
console-did-setup = made the first administrator
console-did-token = made an API token
console-did-use-link = used a sign-in link
console-did-answer = answered
console-did-claim = took the case
console-did-close = closed the case
console-did-read-chat = looked at the shared chat
console-did-read-danger = looked at a case of danger
console-did-release = gave the case back
console-did-cancel-workshop = cancelled the workshop
console-did-check-in = checked somebody in
console-did-create-workshop = made a workshop
console-did-repeat = repeated the workshop
console-did-undo-check-in = undid a check-in
console-did-update-workshop = changed the workshop
console-did-walk-in = let somebody in without registration
console-area-workshop = Workshops

# Announcements
announcement-stop = /dung to stop announcements
announcement-withdrawn = This announcement was taken back. We are sorry for the trouble.
announcement-gone = This announcement is not open any more.
announcement-voted = I have noted your answer: { $answer }. Choose another one to change it.
announcement-ask = What would you like to ask staff about this announcement? Write one message and I pass it on at once.
announcement-asked = I have passed your question on to staff. Their answer comes right here in this chat.
announcement-not-asked = All right, I do not send anything.
announcement-about = [About announcement no. { $id }: { $title }]
choice-ask-about = Ask staff about this
choice-register-workshop = Register
api-no-broadcast = There is no such broadcast.
api-broadcast-state = The broadcast is { $status }: this cannot be done now.
api-broadcast-own = Who wrote or submitted it cannot approve it. Ask another approver.
api-broadcast-emergency = Only an administrator (admin) may skip quiet hours and the daily cap.
api-broadcast-changed = It has changed since you read it. Read it again, then approve.
api-broadcast-late = not_after must be later than not_before and than now.
api-broadcast-moment = { $field }: write a moment in ISO 8601, such as 2026-12-01T09:00 (the city's time) or 2026-12-01T02:00:00Z.
api-broadcast-ward = audience.wards: “{ $ward }” is no ward we know. Use its code or full name.
api-broadcast-wards = audience.wards: “{ $ward }” may be { $candidates }. Use its code or full name.
api-broadcast-workshop = workshop: there is no such workshop, or it is sample data or over, and cannot be announced.
data-table-broadcast-vote = Your answers to questions in announcements

### Workshops: API, public pages, calendar

workshop-problem-moment = a date and time such as 2026-12-05T08:30 (city time) or 2026-12-05T08:30:00+07:00
workshop-problem-end = must be after the start
workshop-problem-past = this is over already; give a time to come
workshop-problem-ward = no ward, commune or special zone of this name in the city; use the name after the merger, or the code
workshop-problem-ward-unclear = could be { $candidates }; write the accents, or the code
workshop-problem-id = Another workshop has this id. Choose another, or leave it out.
workshop-problem-capacity = { $held } people have a seat or are being offered one. Set the capacity to { $held } or more, or ask some of them to cancel first.
workshop-problem-cancelled = This workshop is cancelled and cannot be changed. Make a new one.
workshop-problem-over = This workshop is over and cannot be cancelled.
workshop-problem-series = This workshop belongs to a series already.
workshop-problem-series-end = give a count (2 to 53) or the last day (until)
workshop-problem-who = give either the check-in code (code) or the registration
workshop-problem-other = This code belongs to another workshop.
workshop-problem-no-seat = { $state ->
        [waiting] This person is still on the waiting list.
        [offered] This person was offered a seat and has not taken it.
        [cancelled] This person cancelled.
        [declined] This person declined the seat.
       *[expired] This person let the offer run out.
    } To let them in, send it again with admit: true.
workshop-no-offer-nobody_waits = Nobody is waiting.
workshop-no-offer-no_free_seat = No seat is free: each is taken or held for somebody who was offered it.
workshop-no-offer-cancelled = This workshop is cancelled.
workshop-no-offer-started = This workshop has started.
workshop-no-offer-too_late = It starts in less than two hours: no more offers, a free seat goes to whoever registers first.
workshop-no-offer-quiet_hours = Quiet hours: when they end, who has waited longest is offered the seat.
workshop-page-seats = { $left } of { $capacity } seats left
workshop-page-seats-open = Room for everybody
workshop-page-full = Full; { $waiting ->
        [0] nobody is on the waiting list yet
        [one] one person is on the waiting list
       *[other] { $waiting } people are on the waiting list
    }. You can still join it.
workshop-page-organisation = Held by { $name }
workshop-page-wheelchair = Wheelchairs can get in
workshop-page-no-wheelchair = No way in for wheelchairs yet
workshop-page-sample = This is an invented example.
workshop-page-cancelled = This workshop is cancelled.
workshop-page-telegram = Register on Telegram
workshop-page-web = Register here
workshop-page-zalo = On Zalo: open the Bạn Học bot and send { $text }
workshop-page-calendar = Add to calendar
workshop-page-map = See the map
workshop-calendar-code = Check-in code: { $code }
workshop-calendar-cancelled = CANCELLED: { $title }
certificate-page-title = Certificate of attendance
certificate-page-text = { $name } took part in “{ $title }”.
certificate-page-unknown = No certificate has this code
certificate-page-unknown-text = No certificate was issued here with the code “{ $code }”. Please check each letter and digit: a code has 10 characters.
certificate-page-code = Code: { $code }
certificate-page-issued = Issued on { $day }
certificate-page-means = This page confirms that the code is real and that this person was checked in. The name is as the participant wrote it.
# Staff pages of announcements
console-broadcasts = Announcements
console-bc-compose = Write an announcement
console-bc-edit = Edit the announcement
console-bc-none = There is no such announcement.
console-bc-none-yet = No announcements yet.
console-bc-find = Find in titles
console-bc-status = Status
console-bc-author = Author
console-bc-approver = Approver
console-bc-recipients = Recipients
console-bc-at = When
console-bc-draft = Draft
console-bc-submitted = Waits for approval
console-bc-scheduled = Approved, waits
console-bc-sending = Being sent
console-bc-paused = Paused
console-bc-done = Done
console-bc-cancelled = Cancelled
console-bc-recalled = Taken back
console-bc-to-approve = Announcements to approve
console-bc-being-sent = Announcements being sent
console-bc-messages-left = { $count } messages left to send
console-bc-wrong-state = Not done: the announcement is in the state “{ $status }”. Somebody may just have changed it; look at this page again.
console-bc-own = You wrote, edited or submitted this announcement, so you cannot approve it. Ask another approver.
console-bc-other-approves = Your role does not approve announcements. An approver or administrator will.
console-bc-not-admin = Only an administrator may send as an emergency.
console-bc-changed = The content changed after you opened the page. Read it again, then approve.
console-bc-too-late = The last moment is over, or lies before the first. Choose a later one.
console-bc-ward-unclear = It is not clear which ward or commune “{ $ward }” is. Choose from the list or write the full name.
console-bc-ward-which = “{ $ward }” may be { $candidates }. Write the full name.
console-bc-ward-which-one = One of the names is not clear. Write it in full or choose from the list.
console-bc-no-workshop = There is no such workshop, or it is over, cancelled or sample data.
console-bc-problems = { $count ->
        [0] Not saved yet.
        [one] Not saved yet: one field needs a change, the reason stands below it.
       *[other] Not saved yet: { $count } fields need a change, the reason stands below each.
    }
console-bc-what = What it says
console-bc-title = Title
console-bc-title-hint = Only staff see it, to find it again in the list.
console-bc-text = Message in Vietnamese
console-bc-text-hint = At most { $most } characters. Keep it short: what, when, where, for whom.
console-bc-text-en = Message in English (optional)
console-bc-text-en-hint = Left empty, people who use English get the Vietnamese message.
console-bc-buttons = Buttons
console-bc-workshop = “Register” button of a workshop
console-bc-workshop-hint = Whoever presses it has a seat, without leaving the chat.
console-bc-no-button = No register button
console-bc-links = Links to other pages
console-bc-link-label = Label of button { $number }
console-bc-link-label-en = Label in English
console-bc-link-url = Address (https://…)
console-bc-poll = Quick answers (a poll)
console-bc-answers = One answer a line
console-bc-answers-hint = 2 to 5 answers, for example “I will come” and “I cannot”. Each person picks one and may change it.
console-bc-answers-en = In English, in the same order
console-bc-answers-en-hint = Left empty, the Vietnamese words are used.
console-bc-answers-two = Give at least two answers to choose from.
console-bc-choices-many = Links and answers together are at most 5.
console-bc-text-missing = This field is empty.
console-bc-text-long = Too long, or without a single word. Make it shorter.
console-bc-text-characters = There are hidden characters that cannot be sent. Type again what was pasted.
console-bc-url-wrong = The address must begin with http:// or https:// and hold no password.
console-bc-moment-wrong = Choose a day and a time.
console-bc-whom = To whom
console-bc-everyone = Everybody who agreed to announcements
console-bc-some = Only people who fit the conditions below
console-bc-some-hint = An empty condition does not count. Within a condition one match is enough; of several conditions all must fit.
console-bc-wards = Wards and communes
console-bc-find-ward = Type to find a ward
console-bc-other-wards = Other names, former districts
console-bc-other-wards-hint = For example: quận Gò Vấp, Thủ Dầu Một. Separate several names with commas.
console-bc-topics = Topics of interest
console-bc-other-topics = Other topics
console-bc-other-topics-hint = For example: sewing, Japanese. Counts interests, goals and what was searched in 180 days.
console-bc-roles = Who they are
console-bc-role = { $value ->
        [teacher] teachers
        [student] pupils and students
        [job_seeker] job seekers
        [small_business] small traders
        [parent] parents
        [senior] retired people
        [organiser] people who organise classes
       *[worker] working people
    }
console-bc-channels-languages = Channels and languages
console-bc-channels = Channels
console-bc-channels-hint = Without a choice it goes to Telegram and Zalo. People on the web page see it at their next visit.
console-bc-languages = Languages
console-bc-active-label = Wrote lately
console-bc-active-days = Wrote within how many days
console-bc-days-wrong = Write a number of days from 1 to 3650.
console-bc-audience-empty = Choose at least one condition, or send to everybody.
console-bc-audience-wrong = A condition could not be read. Look at the fields below.
console-bc-reaches = { $count ->
        [0] Nobody would receive it now: nobody has agreed to announcements, or the conditions are too narrow.
        [one] Right now one person would get it
       *[other] Right now { $count } people would get it
    }
console-bc-takes = sent within about { $time }
console-bc-seconds = { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
console-bc-minutes = { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
console-bc-hours = { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
console-bc-not-reached = They fit and would not get it:
console-bc-without-consent = { $count } never agreed to announcements
console-bc-unreachable = { $count } blocked the bot or use another channel only
console-bc-zalo-left = Zalo's plan has { $left } messages left for announcements this month.
console-bc-zalo-short = Zalo's plan has only { $left } messages left for announcements this month, and { $people } people would get it there: some must wait for the next month or a larger plan.
console-bc-sample = Recipients, for example:
console-bc-when = When
console-bc-not-before = Not before
console-bc-not-before-hint = Left empty, it is sent once approved. Time of the city.
console-bc-not-after = Not after
console-bc-not-after-hint = What has not left by then is dropped: nobody gets old news.
console-bc-emergency = Send as an emergency
console-bc-emergency-hint = Skips quiet hours and the daily limit. It still goes only to people who agreed. Only for urgent matters of safety, or changes at the last moment; it is noted in the log.
console-bc-save = Save and preview
console-bc-look = Show how many get it
console-bc-saved = The draft is saved. Nobody has got anything yet.
console-bc-copied = This is a copy. Change it, then save.
console-bc-written-by = written by { $name }
console-bc-submitted-by = submitted by { $name } at { $time }
console-bc-approved-by = approved by { $name } at { $time }
console-bc-is-emergency = Emergency: skips quiet hours and the daily limit.
console-bc-draft-next = This draft would go to about { $count } people. Look at the preview below, then ask somebody else to approve it.
console-bc-submit = Submit for approval
console-bc-now-submitted = Submitted. Another person will look at it.
console-bc-waits-approval = Waits for a second person. Once approved, about { $count } people get exactly what stands below.
console-bc-code = Code of the content: { $code }.
console-bc-approve = Approve and send
console-bc-approve-emergency = This emergency goes to about { $count } people at once, in quiet hours too. Are you sure?
console-bc-now-approved = Approved. The list of recipients is settled.
console-bc-return = Give back to be changed
console-bc-now-returned = Given back to its author.
console-bc-duplicate = Make a copy
console-bc-pause = Pause
console-bc-now-paused = Paused: nothing leaves until you resume.
console-bc-resume = Resume
console-bc-now-resumed = Being sent again.
console-bc-cancel = Cancel what has not left
console-bc-cancel-confirm = { $count } people who have not got it will not get it. What was sent stays. This cannot be undone.
console-bc-now-cancelled = Cancelled: what had not left stays here.
console-bc-scheduled-what = Waits for its time. Quiet hours are kept.
console-bc-sending-what = Sent at the pace each channel allows. In quiet hours it waits by itself.
console-bc-paused-what = Paused. “Resume” sends the rest; whoever has it does not get it again.
console-bc-so-far = { $done } of { $of } done ({ $percent } %)
console-bc-planning = The list of recipients is being made; the number still grows.
console-bc-pending = To send
console-bc-sent = Sent
console-bc-failed = Failed
console-bc-blocked = Blocked
console-bc-unconfirmed = Unclear
console-bc-skipped = Skipped
console-bc-pace = { $pace } messages a second
console-bc-left = about { $time } left
console-bc-refresh = Show the newest figures
console-bc-whom-when = To whom and when
console-bc-in-wards = In: { $values }
console-bc-on-topics = Interested in: { $values }
console-bc-on-channels = Through: { $values }
console-bc-in-languages = Languages: { $values }
console-bc-of-roles = They are: { $values }
console-bc-active = Wrote within { $count } days
console-bc-at-once = Sent once approved
console-bc-from = Not before { $time }
console-bc-no-end = No last moment
console-bc-until = Not after { $time }
console-bc-registers = Register button: { $workshop }
console-bc-no-english = No English text: people who use English get the Vietnamese message
console-bc-preview = Preview
console-bc-preview-hint = About what people will see. Nothing can be pressed here.
console-bc-length = { $parts ->
        [1] { $length } of { $most } characters, one message
       *[other] { $length } characters, longer than { $most }, so { $parts } messages
    }
console-bc-came-back = What people pressed
console-bc-choice = Button
console-bc-opened = Opened
console-bc-votes = People
console-area-broadcast = Announcements
console-did-bc-create = wrote an announcement
console-did-bc-edit = edited an announcement
console-did-bc-submit = submitted an announcement
console-did-bc-return = gave an announcement back
console-did-bc-approve = approved an announcement
console-did-bc-pause = paused an announcement
console-did-bc-resume = resumed an announcement
console-did-bc-cancel = cancelled an announcement
console-did-bc-correct = corrected an announcement
console-did-bc-recall = took an announcement back
console-did-bc-retry = sent failed messages again
console-did-bc-test = sent a test of an announcement

broadcast-outcome-pending = Waiting
broadcast-outcome-sending = Under way
broadcast-outcome-sent = Sent
broadcast-outcome-failed = Not sent
broadcast-outcome-blocked = Out of reach
broadcast-outcome-unconfirmed = May have arrived
broadcast-outcome-skipped = Not sent on purpose
broadcast-why-no-consent = the person does not agree to announcements any more
broadcast-why-daily-cap = the person has had the day's announcements
broadcast-why-duplicate = the person has it in another chat
broadcast-why-too-late = its last moment was over
broadcast-why-cancelled = the broadcast was cancelled
broadcast-why-person-unreachable = the person blocked the bot or receives nothing any more
broadcast-why-throttled = the platform asked to send more slowly
broadcast-why-quota-exceeded = the plan's messages are used up
broadcast-why-wrong-token = the bot's token is wrong
broadcast-why-message-refused = the platform did not take this content
broadcast-why-outcome-unknown = the connection broke; not sent again, so that nobody gets it twice
broadcast-why-platform-failed = the platform failed


### Workshops in chat

workshop-weekday = { $weekday ->
        [0] Sunday
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
       *[6] Saturday
    }
workshop-today = today
workshop-tomorrow = tomorrow
workshop-online = online
workshop-full = { $waiting ->
        [0] full, the waiting list is open
        [one] full, one person is waiting
       *[other] full, { $waiting } people are waiting
    }
workshop-few-seats = { $seats ->
        [one] only one seat left
       *[other] only { $seats } seats left
    }
workshop-seats = { $seats } seats left
workshop-line-time = 🗓 { $time }
workshop-line-place = 📍 { $place }
workshop-line-seats = 🎟 { $seats }
workshop-line-audience = For: { $audience }
workshop-line-organiser = Organised by: { $organisation }
workshop-wheelchair-yes = A wheelchair can get in.
workshop-wheelchair-no = There is no way in for a wheelchair yet.
workshop-no-place = place not known yet
workshop-sample-note = This is a sample, made up as an example. It does not take place, so nobody can register.
workshop-reason-topic = About “{ $words }”
workshop-reason-interest = You like: { $words }
workshop-reason-in-place = Right in { $place }
workshop-reason-near = About { $km } km from { $place }
workshop-reason-time = When you are free: { $time }
workshops-title = Coming workshops:
    .simple = Coming workshops:
workshops-about = { $topic ->
        [none] Workshops, { $conditions }:
       *[other] { $conditions ->
            [none] Workshops about “{ $topic }”:
           *[other] Workshops about “{ $topic }”, { $conditions }:
        }
    }
workshops-none = No workshops are coming up yet. Look again from time to time.
    .simple = No workshops are coming up yet.
workshops-none-fit = { $topic ->
        [none] No workshop { $conditions } yet.
       *[other] { $conditions ->
            [none] There is no workshop about “{ $topic }” coming up.
           *[other] There is no workshop about “{ $topic }”, { $conditions }.
        }
    }
workshops-nearest = The nearest to it:
workshops-others = Coming up:
workshops-no-more = That was all: you have seen every coming workshop.
workshops-where = Which ward or district are you in? Send its name, such as “in Gò Vấp”, and I look nearby.
workshops-hint = Send a number to see one, or “this week”, “near me”, “in District 3”.
workshops-condition-days = { $days ->
        [today] today
        [tomorrow] tomorrow
        [this_week] this week
        [next_week] next week
        [weekend] at the weekend
        [this_weekend] this weekend
        [this_month] this month
       *[next_month] next month
    }
workshops-condition-near = near { $place }
workshops-found-beside = { $count ->
        [one] One coming workshop is about this as well.
       *[other] { $count } coming workshops are about this as well.
    }
workshops-mine = You are registered for:
workshops-mine-line = { $state ->
        [waiting] • { $title } – { $time } – waiting, number { $place }
        [offered] • { $title } – { $time } – a seat is held until { $until }
       *[taken] • { $title } – { $time } – code { $code }
    }
workshops-mine-line-for = { $state ->
        [waiting] • { $who }: { $title } – { $time } – waiting, number { $place }
        [offered] • { $who }: { $title } – { $time } – a seat is held until { $until }
       *[taken] • { $who }: { $title } – { $time } – code { $code }
    }
workshop-gone = This workshop is no longer listed. Send /workshops to see what is coming up.
workshop-is-cancelled = This workshop was cancelled.
workshop-is-over = This workshop is over.
workshop-has-begun = This workshop has begun; nobody can register any more.
workshop-you = { $state ->
        [waiting] ⏳ You are on the waiting list, number { $place }.
        [offered] ✋ A seat is held for you until { $until }.
       *[taken] ✅ You have a seat. Your code at the door: { $code }
    }
workshop-relative = { $state ->
        [waiting] ⏳ { $who }: on the waiting list, number { $place }.
        [offered] ✋ { $who }: a seat is held until { $until }.
       *[taken] ✅ { $who }: has a seat. Code at the door: { $code }
    }
workshop-for-whom = Whom do you register?
workshop-sample-no = “{ $title }” is only a sample, made up as an example, so I cannot keep a seat. When the city holds a real one you can register here at once.
    .simple = “{ $title }” is only a sample and does not take place. I cannot keep a seat.
workshop-registered = ✅ A seat is kept for { $who }: { $title }
    🗓 { $time }
    { $place }
    Code at the door: { $code }
    .simple = ✅ A seat is kept for { $who }: { $title }
        🗓 { $time }
        { $place }
        Code at the door: { $code }
workshop-remind-note = I will remind you a day and two hours before. If you cannot come, send “I can't come”, so that somebody else gets the seat.
    .simple = I will remind you. If you cannot come, send “I can't come”.
workshop-needs-ask = Is any help needed to take part? Choose or send a few words; I pass them on to the organisers. If not, leave it.
    .simple = Is any help needed? Choose or send a few words.
workshop-already = { $who }: already registered for this workshop.
workshop-waiting = This workshop is full. I put { $who } on the waiting list of “{ $title }”, at number { $place }.
    I write as soon as there is a seat; nothing needs to be done until then.
    .simple = “{ $title }” is full. I put { $who } on the waiting list, at number { $place }. I write when there is a seat.
workshop-needs-kept = I passed this on to the organisers: { $needs }.
workshop-needs-none = Good, no help needed.
workshop-needs-other = Send a few words on what is needed, such as “a sign language interpreter”. I pass them on to the organisers.
workshop-needs-cut = I passed the first { $most } letters on to the organisers.
workshop-need = { $kind ->
        [wheelchair] wheelchair
        [hearing] hard of hearing
        [seeing] low vision
       *[other] other help
    }
workshop-cancelled-own = The registration of { $who } is cancelled: { $title }. Thank you for telling us; somebody else gets the seat.
workshop-left-waiting = I took { $who } off the waiting list of “{ $title }”.
workshop-not-registered = { $who }: not registered for “{ $title }” any more, so there is nothing to cancel.
workshop-nothing-to-cancel = You are not registered for any coming workshop.
workshop-cancel-which = Which one can you not come to?
workshop-no-offer = No seat is held for you just now.
workshop-offer-which = Which one do you mean?
workshop-offer-late = The time for this seat is over and it has gone to somebody else. Do you want to wait again?
workshop-offer-gone = This seat is no longer held for { $who }.
workshop-declined = The seat at “{ $title }” goes to the next person. Thank you for your answer.
workshop-back-full = Somebody else has the seat now. Do you want to join the waiting list?
workshop-share = Pass this on:
workshop-share-text = { $title }
    🗓 { $time }
    { $place }
workshop-share-how = To register, send “workshop_{ $id }” to Bạn Học.
workshop-rated = { $rating ->
        [one] One star for “{ $title }”. Thank you!
       *[other] { $rating } stars for “{ $title }”. Thank you!
    }
workshop-rate-skipped = That is fine. Thank you for coming.
workshop-comment-ask = Send a few words about “{ $title }”. The organisers read them.
workshop-comment-kept = I kept your words. Thank you!
workshop-comment-cut = I kept the first { $most } letters of your words. Thank you!
workshop-not-rateable = This cannot be done yet: nobody was checked in.
workshop-certificate-ask = Which name shall stand on the certificate? Whoever has its code can see the name.
workshop-certificate-again = Send a name in letters, at most { $most } of them.
workshop-certificate-skipped = Good, I made no certificate.
workshop-certificate-made = The certificate of attendance of { $name } is ready. Its code: { $code }
profile-workshops = Workshops ahead: { $count }

notice-offer = There is a seat! “{ $title }”, { $time }. I hold it for you until { $until }.
notice-offer-for = There is a seat for { $who }! “{ $title }”, { $time }. I hold it until { $until }.
notice-offer-typed = Send “take the seat” or “give up the seat”.
notice-offer-over = The seat at “{ $title }” that I held for you has gone to the next person, because no answer came.
notice-offer-over-for = The seat for { $who } at “{ $title }” has gone to the next person, because no answer came.
notice-changed = “{ $title }”, which you registered for, has changed:
notice-changed-for = “{ $title }”, which you registered { $who } for, has changed:
notice-changed-time = 🗓 Time: { $before } → { $after }
notice-changed-place = 📍 Place: { $before } → { $after }
notice-changed-online = 🔗 The online room has a new link.
notice-changed-keep = The seat stays yours.
notice-changed-waiting = The place on the waiting list stays yours.
notice-cancelled = Sorry: “{ $title }” ({ $time }) was cancelled.
notice-cancelled-for = Sorry: “{ $title }” ({ $time }), which you registered { $who } for, was cancelled.
notice-withdrawn = The organisers cancelled your registration for “{ $title }” ({ $time }). If this is a mistake, write /human.
notice-withdrawn-for = The organisers cancelled the registration of { $who } for “{ $title }” ({ $time }). If this is a mistake, write /human.
notice-cancelled-why = Reason: { $reason }
notice-reminder-day = A reminder: “{ $title }”, { $time }.
notice-reminder-day-for = A reminder: “{ $title }” with { $who }, { $time }.
notice-reminder-hours = It starts soon: “{ $title }”, { $time }.
notice-reminder-hours-for = It starts soon for { $who }: “{ $title }”, { $time }.
notice-code = Code at the door: { $code }
notice-cannot-typed = If you cannot come, send “I can't come”, so that somebody else gets the seat.
notice-feedback = You were at “{ $title }”. How good was it, in stars (1 to 5)?
notice-feedback-for = { $who } was at “{ $title }”. How good was it, in stars (1 to 5)?

choice-workshops = See workshops
choice-workshops-all = All workshops
choice-workshops-near = Near me
choice-workshops-week = This week
choice-workshops-weekend = At the weekend
choice-workshops-more = More workshops
choice-workshops-mine = My workshops
choice-workshops-others = See others
choice-workshop-register = Register
choice-workshop-wait = Join the waiting list
choice-workshop-wait-again = Wait again
choice-workshop-register-other = Register somebody else
choice-workshop-for-self = Myself
choice-workshop-for = { $who }
choice-workshop-calendar = Add to calendar
choice-workshop-map = Map
choice-workshop-share = Share
choice-workshop-cancel = Cancel registration
choice-workshop-cancel-of = Cancel for { $who }
choice-workshop-leave = Stop waiting
choice-workshop-leave-of = Stop waiting: { $who }
choice-workshop-cannot = I can't come
choice-workshop-accept = Take the seat
choice-workshop-accept-of = Take it for { $who }
choice-workshop-decline = Give it up
choice-workshop-decline-of = Give it up for { $who }
choice-workshop-join = Online room
choice-workshop-certificate = Get a certificate
choice-workshop-certificate-open = Open the certificate
choice-workshop-certificate-name = Another name
choice-need-none = No help needed
choice-need = { $kind ->
        [wheelchair] Wheelchair
        [hearing] Hard of hearing
        [seeing] Low vision
       *[other] Other help
    }
help-nghe = /careers – what to learn for a kind of work: skills, courses in order, time and money
help-hoithao = /workshops – coming workshops near you; register for a seat
menu-lesson = A lesson of a few minutes
menu-review = Review what you learnt
menu-progress = How far you are
menu-workshops = Coming workshops, register for a seat

### Progress, certificates, notebook

data-table-track-enrolment = Tracks of lessons you take
data-table-cohort-teacher = Classes you opened
data-table-cohort-member = Classes you are in
data-table-self-assessment = Your self-assessments
data-table-lesson-run = Lessons you went through
data-table-item-memory = What you remember, and when to review it
data-table-attempt = Your answers in lessons
data-table-weekly-goal = Your weekly goal
data-table-tutor-question = Your questions waiting for the AI tutor
data-table-tutor-media = Voice messages and pictures you sent that wait to be understood
data-table-tutor-message = Your questions to the AI tutor and its answers
data-table-tutor-summary = What the AI tutor remembers of older questions
data-table-rest-day = Days you took off from learning
data-table-track-certificate = Certificates of finished tracks
data-field-days = days a week
data-field-withdrawn-by = withdrawn by
data-field-withdrawn-reason = why it was withdrawn
data-field-invited = runs it as well since
help-tiendo = /progress – how far you are, what to review (change the goal: /goal)
help-chungnhan = /certificates – certificates of finished tracks
help-sohoc = /notebook – your learning notebook: what you learned here
progress-for = 👤 Learning of: { $who }
progress-none = No lesson was learned here yet. One lesson a day takes about five minutes, and questions come back so that it stays. To begin, choose “Learn”.
    .simple = No lessons yet. A lesson takes five minutes. Choose “Learn” to begin.
progress-title = Your progress
progress-week-open = { $learnt ->
        [0] No day of learning yet this week.
        [1] One day of learning this week.
       *[other] { $learnt } days of learning this week.
    } The goal is { $goal } days, and every week has one day off, so { $missing ->
        [1] one more day is
       *[other] { $missing } more days are
    } enough.
progress-week-open-one = No day of learning yet this week. The goal is one day, any day of the week.
progress-week-met = { $learnt ->
        [1] One day
       *[other] { $learnt } days
    } of learning this week: your goal of { $goal } is met. Learning regularly is what makes it stay.
progress-week-met-with-pass = { $learnt ->
        [1] One day
       *[other] { $learnt } days
    } of learning this week. The goal is { $goal } days, and every week has one day off, so this week counts.
progress-rest = { $when ->
        [today] Today is the day you took off this week.
       *[other] The day you took off this week: { $day }.
    }
progress-week-missed = { $learnt ->
        [0] No day of learning this week.
        [1] One day of learning this week; the goal is { $goal } days.
       *[other] { $learnt } days of learning this week; the goal is { $goal } days.
    } Some weeks are busy; a new one begins on Monday.
progress-track = { $state ->
        [finished] { $title }: { $done } of { $of } lessons, the whole track is done.
       *[open] { $title }: { $done } of { $of } lessons.
    }
progress-items = { $mastered } of the { $known } questions you learned are mastered.
progress-due = To review now: { $count }.
progress-soon = To review within two days: { $count }.
progress-alt = Progress. { $facts }
progress-picture-title = Progress
progress-picture-week = This week: { $learnt } of { $goal } days
progress-picture-weekdays = Mo Tu We Th Fr Sa Su
progress-picture-lessons = { $done }/{ $of } lessons
progress-picture-mastered = questions mastered
progress-picture-due = to review now
progress-picture-soon = to review within two days
progress-picture-day = As of { $day }. A full dot is a day of learning.
progress-goal-ask = On how many days a week do you want to learn? Every week has one day off and still counts.
progress-goal-set = Good, the goal is { $days } days a week. { $enough ->
        [1] One day counts
       *[other] { $enough } days count
    } as well: every week has one day off.
progress-goal-set-one = Good, the goal is one day a week, any day.
choice-progress = My progress
choice-progress-lesson = Learn
choice-progress-review = Review
choice-progress-goal = Change the weekly goal
choice-progress-goal-days = { $days ->
        [1] 1 day
       *[other] { $days } days
    }
choice-notebook = Notebook
choice-track-certificates = Certificates
choice-track-certificate = Get the certificate: { $title }
choice-track-certificate-show = See the certificate: { $title }
choice-track-certificate-nameless = Without a name
choice-track-certificate-later = Later
choice-track-certificate-withdraw = Withdraw this certificate
choice-track-certificate-withdraw-yes = Withdraw
choice-track-certificate-keep = Keep it
track-certificate-title = Certificates
track-certificate-line = • { $title }: code { $code }, issued on { $day }.
track-certificate-ready = { $count ->
        [1] You finished a track and can get its certificate.
       *[other] You finished { $count } tracks and can get their certificates.
    }
track-certificate-earned = You have done all the lessons, so you can have the certificate now.
track-certificate-skipped = For the certificate, take the lessons that you left out at the beginning.
track-certificate-missing = { $title }: { $count ->
        [1] one lesson to go
       *[other] { $count } lessons to go
    } ({ $lessons }{ $more ->
        [0] { "" }
       *[other] , and { $more } more
    }).
track-certificate-none = Whoever finishes a whole track gets a certificate. No track was begun here yet.
track-certificate-ask = You finished “{ $title }”, congratulations! Which name shall stand on the certificate? Whoever has its code can see the name. It can also be without one.
track-certificate-ask-other = { $name ->
        [none] The certificate “{ $title }” has no name on it.
       *[other] The certificate “{ $title }” has the name { $name } on it.
    } Which name shall stand there? Whoever has its code can see the name. No name is fine as well.
track-certificate-later = Good, I made no certificate. When you need it, send /certificates.
track-certificate-made = The certificate “{ $title }” of { $name } is ready. Its code: { $code }. Whoever has the code can check it on its page.
track-certificate-made-nameless = The certificate “{ $title }” is ready, without a name. Its code: { $code }. Whoever has the code can check it on its page.
track-certificate-again-shown = The certificate “{ $title }”. Its code: { $code }.
track-certificate-alt = { $name ->
        [none] Certificate of finishing “{ $title }”, code { $code }.
       *[other] Certificate of { $name } finishing “{ $title }”, code { $code }.
    }
track-certificate-gone = This certificate is gone or was withdrawn.
track-certificate-withdraw-ask = Withdraw the certificate “{ $title }”, code { $code }? Whoever opens its page will see that it is not valid, and no name. That cannot be undone; you can get a new one with another code.
track-certificate-withdrawn = I withdrew the certificate “{ $title }” and deleted the name on it.
certificate-sheet-brand = Bạn Học · Ho Chi Minh City
certificate-sheet-title = Certificate
certificate-sheet-lead = This certifies that
certificate-sheet-words = finished the track of lessons
certificate-sheet-nameless = The holder of this certificate finished the track of lessons
certificate-sheet-facts = { $lessons } lessons · finished on { $day }
certificate-sheet-check = Scan to check this certificate
track-certificate-page-title = Certificate of completion
track-certificate-page-text = { $name } finished the track of lessons “{ $title }”.
track-certificate-page-nameless = The holder of this certificate finished the track of lessons “{ $title }”.
track-certificate-page-lessons = { $lessons } short lessons on Bạn Học
track-certificate-page-finished = Finished on { $day }
track-certificate-page-valid = This certificate is valid.
track-certificate-page-withdrawn = { $by ->
        [learner] This certificate is no longer valid: the learner withdrew it on { $day }.
       *[staff] This certificate is no longer valid: the operator withdrew it on { $day }.
    }
console-area-learning = Learning
console-did-withdraw-certificate = withdrew a certificate of a finished track
api-certificate-withdrawn = This certificate was withdrawn before.
track-certificate-page-reason = Reason: { $reason ->
        [mistake] it was issued by mistake.
        [wrong_person] it was issued to the wrong person.
        [not_own_work] the work was not done by its holder.
       *[asked] the learner asked for it.
    }
console-classes = Classes
console-classes-what = Classes that teachers and organisers open in the chat. Here are numbers only: not what a class is called, nor the names of who runs it or learns in it.
console-classes-none = There are no classes yet.
console-class = Class
console-class-number = Class no. { $id }
console-no-class = There is no such class.
console-class-track = Track
console-class-opened = Opened
console-class-opened-on = opened { $time }
console-class-state = State
console-class-open = going on
console-class-over = over
console-class-learners = Learners
console-class-people = { $count ->
        [one] 1 learner
       *[other] { $count } learners
    }
console-class-lessons-done = Lessons done together
console-class-too-few = fewer than 3 learners
console-class-small = The class has fewer than 3 learners, so that its progress is not shown: the numbers would tell of each.
console-class-no-track = The track of this class is there no more.
console-class-how-far = How far the class is
console-class-done = Lessons done
console-class-hard = “{ $question }”: { $missed } of { $answered } learners
console-class-hard-most = “{ $question }”: most of { $answered } learners
console-class-members = Each learner
console-class-members-what = By their number in the class, without names. Nobody is shown anybody’s answers.
console-class-learner = Learner
console-tutor = AI tutor
console-tutor-what = How much is asked, how long it takes, what it costs, and why lessons answered in its place. Figures only: nobody reads what learners ask.
console-tutor-off = No model is connected; lessons answer every question. To connect one set OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL and start again.
console-tutor-on = Connected: { $model }. Today { $spent } of { $budget } dollars are used.
# Whether a moderation model reads questions and answers beside the lists of words.
console-tutor-moderation = { $state ->
    [on] Moderation by a model: on, beside the lists of words.
    [missing] Moderation by a model: switched off, because its endpoint has no moderation (404). Only the lists of words are left. Check OPENAI_MODERATION_MODEL and OPENAI_MODERATION_BASE_URL, then restart.
    [elsewhere] Moderation by a model: run by the worker process. See ban_hoc_tutor_moderation_on at its /metrics.
   *[off] Moderation by a model: off. Only the lists of words. To turn it on: set OPENAI_MODERATION_MODEL and restart.
  }
console-tutor-budget = Share of today’s budget that is used
console-tutor-days = The last 14 days
console-tutor-day = Day
console-tutor-questions = Questions
console-tutor-by-model = Answered by AI
console-tutor-by-lessons = By lessons
console-tutor-seconds = Seconds: half / 95 %
console-tutor-cost = Dollars
console-tutor-none = Nobody asked the AI tutor in the last 14 days.
console-tutor-reasons = Why lessons answered
console-tutor-reason = Reason
console-tutor-times = Times
console-tutor-remedy = What to do
console-tutor-no-reasons = Not once.
console-tutor-why = { $reason ->
    [consent] The learner turned the AI off while waiting
    [waited] Waited more than 15 seconds
    [city_budget] The day’s budget is used up
    [own_limit] The learner’s share of the day is used up
    [lesson_limit] The learner’s share of the lesson is used up
    [resting] The endpoint failed again and again and rests for 30 seconds
    [timeout] The model was too slow
    [throttled] The endpoint is overloaded (429)
    [refused] The endpoint refused (4xx)
    [too_many_calls] The model called functions without end
    [blocked] The answer did not pass the checks
    [danger] Moderation heard that somebody may not be well, so the program asked how they are
    [unfit_question] Moderation found the question unfit for AI
   *[broken] The endpoint failed or the connection broke
  }
console-tutor-do = { $reason ->
    [waited] Many ask at one time. Use a faster model.
    [city_budget] Raise TUTOR_DAILY_BUDGET_USD if the city can pay.
    [timeout] Use a faster model or a nearer endpoint.
    [throttled] Ask the provider for a higher limit.
    [refused] Check OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL.
    [blocked] Try another model with npm run eval:tutor.
    [too_many_calls] Try another model with npm run eval:tutor.
    [resting] Look at the endpoint’s log.
    [broken] Look at the endpoint’s log.
   *[other] Nothing.
  }
console-demand-short = Demand
console-demand = Demand for skills
console-demand-what = The three newest months against the three before. Growth = (newest three + 5) / (three before + 5). A skill with ↑ is rising: growth of 1.2 or more, and at least 30 openings in the six months. Courses that teach a rising skill move up a little in searches, never over a condition that the learner states. Import the numbers under Imports, kind “Demand for skills”.
console-demand-sample = There are sample numbers: invented, for trying; they do not affect searches.
console-demand-csv = Download the table (CSV)
console-demand-skill = Skill
console-demand-before = Three months before
console-demand-recent = Newest three months
console-demand-growth = Growth
console-demand-courses = Courses that teach it
console-demand-none = No demand is known yet.
console-demand-chart = Rising skills, { $from } to { $until }: grey the three months before, blue the newest three (openings)

programme-kind = { $kind ->
        [after_school] after school
        [vocational] vocational
        [adult] for adults
        [teacher_training] teacher training
        [digital_teachers] digital skills for teachers
       *[digital_students] digital skills for students
    }
programme-line = 📚 Programme ({ $kind }), { $count } sessions
programme-sessions = Sessions: { $times }{ $more ->
        [yes] {" "}and more
       *[no] {""}
    } ({ $rest } to come)
programme-consent = Enrol { $who } in “{ $title }”: { $count } sessions, one seat for all of them. The organiser and the city’s staff see the code, what help is needed if you say so, and note which sessions were attended, to know who completes it and to issue the certificate. Nobody sees a name or a telephone number. It is kept until your data is deleted (/xoa); you can cancel at any time. Do you agree?
choice-programme-agree = Agree and enrol
choice-programme-later = Later
choice-programmes = Programmes of several sessions
programmes-title = Programmes of several sessions:
programmes-none = There is no programme of several sessions yet. Tell me what you would like to learn and I will look for courses.
choice-teachers-programmes = Training programmes
teachers-programmes-wish = for teachers
help-chuongtrinh = /chuongtrinh – programmes of several sessions: after school, vocational, adult, teacher training
console-programmes = Programmes
console-programmes-what = A programme has several sessions: one enrolment for all, attendance noted for each; who comes to three quarters of them completes it.
console-programmes-none = There is no programme yet.
console-programme-new = Make a programme
console-programme-kind = Kind
console-programme-sessions = Sessions, one a line
console-programme-sessions-hint = For example: 2026-12-05 08:30-10:30
console-programme-sessions-wrong = Each line has a day and start-end, not past and no two at the same time, as 2026-12-05 08:30-10:30.
console-programme-made = The programme is made. People can enrol now.
console-programme-attendance = Attendance
console-programme-done = Completed
console-programme-session = Session
console-programme-came = came
console-programme-noted = The attendance of this session is saved.
console-programme-not-yet = This session has not begun.
console-programme-nobody = Nobody has enrolled yet.
console-programme-workshop = Who enrolled, seats, waiting list
console-no-programme = There is no such programme.

console-imports-own = You import rows of your own organisation; rows of others are refused. Workshops are proposed on the page Proposals.
console-offers-short = Own offers
console-offers = Own offers
console-offers-what = “Still open” confirms an offer, “Hide” takes it out of the answers. Importing a file again does not bring back what is hidden.
console-offers-kind = Choose a kind
console-offers-whose = Open it from the page of an organisation.
console-offers-none = Nothing here yet.
console-offer-kind = { $kind ->
        [courses] Courses
        [scholarships] Scholarships
        [internships] Internships
       *[places] Places to learn
    }
console-offer = Name
console-offer-state = Status
console-offer-hidden = hidden
console-offer-shown = shown
console-offer-step = { $step ->
        [confirm] Still open
        [hide] Hide
       *[show] Show again
    }
console-offer-edit = Edit
console-offer-edit-what = A change holds at once, until a file of the source says something new.
console-offer-field = { $field ->
        [title] Name
        [name] Name
        [description] Description
        [url] Web page
        [address] Address
        [phone] Telephone
        [deadline] Apply by
        [reviewed_on] Last day the content was reviewed
        [price_vnd] Price (VND)
        [amount_vnd] Amount (VND)
        [pay_vnd] Pay a month (VND)
       *[seats] Places
    }
console-offer-ended = The course is over by its dates. Change them on the page To confirm.
console-offer-now-hidden = Hidden.
console-offer-now-confirmed = Confirmed as still open.
console-no-offer = The organisation has no such offer.
console-offers-of = Offers of this organisation
console-curriculum-short = Curriculum
console-curriculum = Content to review
console-curriculum-what = Courses on offer whose content nobody has reviewed for { $months } months, or nobody knows when. In order of demand: openings of the newest three months for the skills that a course teaches (those for rising skills twice), plus people who searched in vain, plus people registered.
console-curriculum-courses = Courses
console-curriculum-count = { $count ->
        [one] 1 course to review
       *[other] { $count } courses to review
    }
console-curriculum-none = No course needs a review.
console-curriculum-reviewed = Content reviewed
console-curriculum-unknown = not known
console-curriculum-skills = Skills taught
console-curriculum-openings = Openings
console-curriculum-unmet = People who found none
console-curriculum-enrolled = People registered
console-curriculum-few = fewer than { $count }
console-curriculum-ask = Ask for a change
console-curriculum-asked = See the request
console-curriculum-note-review = Note a review
console-curriculum-csv = Download the table (CSV)
console-curriculum-untaught = Rising skills that no course teaches
console-curriculum-untaught-none = Every rising skill has a course, or no demand is known.
console-curriculum-tracks = Lesson tracks
console-curriculum-tracks-what = The day is that of the lesson that was checked longest ago. The city changes lessons itself.
console-curriculum-tracks-none = There is no track yet.
console-curriculum-track-stale = { $date } (to review)
curriculum-wanted-openings = { $count ->
        [one] 1 opening
       *[other] { $count } openings
    } of the newest three months ask for skills that this course teaches.
curriculum-wanted-rising = Rising: { $skills }.
curriculum-wanted-unmet = { $count } people searched for these skills in vain in the newest quarter.
curriculum-wanted-reviewed = The content was last reviewed on { $date }.
curriculum-wanted-not-reviewed = It is not known when the content was reviewed.
console-requests-short = Change requests
console-requests = Requests to update content
console-requests-what = The city asks an organisation to update the content of a course; the organisation answers: accepted, done or declined.
console-requests-none = Nothing has been asked for yet.
console-requests-open = Content requests waiting for an answer
console-requests-answered = Content requests answered
console-request-new = Ask for an update of the content
console-request-what = What should change
console-request-why = Why
console-request-why-hint = Filled in from the figures of demand. You can change it.
console-request-by = Wanted by (optional)
console-request-wanted-by = Wanted by { $date }
console-request-send = Send the request
console-request-sent = Sent. The organisation sees it in its console.
console-request-no-what = Say what should change.
console-request-past = This day is over. Choose today or later.
console-request-no-day = Give the day by which it will be done.
console-request-no-reason = Say why it will not be done.
console-no-request = There is no such request.
console-request-no-course = There is no such course. Open it again from the page Content to review.
console-request-answer = Answer
console-request-answer-choice = { $answer ->
        [accepted] Accepted, done by the day below
        [done] Done: today becomes the day of the content’s review
       *[declined] Declined, for the reason below
    }
console-request-planned = Done by (when accepted)
console-request-note = A word, or the reason for declining
console-request-answer-send = Send the answer
console-request-now-answered = The answer is saved.
console-request-step = { $step ->
        [take-back] Take the answer back
        [close] Finished, close
        [withdraw] Withdraw the request
       *[reopen] Reopen
    }
console-request-now-ended = { $to ->
        [closed] Closed. You can reopen it.
       *[withdrawn] Withdrawn. You can reopen it.
    }
console-request-now-open = The answer is taken back. The request waits again.
console-request-now-reopened = Reopened.
console-request-wrong-state = The request is no longer at this step. Look at its status.
console-request-planned-on = The organisation plans to be done by { $date }
console-request-said = The organisation’s answer: { $answer ->
        [accepted] accepted
        [done] done
       *[declined] declined
    }
console-request-state = { $state ->
        [open] waits for an answer
        [accepted] accepted
        [done] done
        [declined] declined
        [closed] closed
       *[withdrawn] withdrawn
    }
console-did-curriculum-ask = asked for an update of content
console-did-curriculum-accepted = accepted to update content
console-did-curriculum-done = said that content is updated
console-did-curriculum-declined = declined to update content
console-did-curriculum-take-back = took an answer about content back
console-did-curriculum-close = closed a content request
console-did-curriculum-withdraw = withdrew a content request
console-did-curriculum-reopen = reopened a content request
console-proposals-short = Proposals
console-proposals = Proposed workshops
console-proposals-what = Organisations propose; once the city approves there is a workshop to register for.
console-proposals-none = Nothing is proposed yet.
console-proposal-new = Propose a workshop
console-proposal-edit = Edit the proposal
console-proposal-send = Send the proposal
console-proposal-sent = Sent. This page shows what becomes of it.
console-proposal-withdraw = Withdraw
console-proposal-now-withdrawn = The proposal is withdrawn.
console-proposal-return = Give back
console-proposal-note = What to change
console-proposal-no-note = Say what is to be changed.
console-proposal-now-returned = It went back to the organisation.
console-proposal-approve = Approve and open registration
console-proposal-now-approved = Approved. Registration is open.
console-proposal-own = Who proposed it does not approve it.
console-proposal-changed = The proposal was just changed. Read it again, then approve.
console-proposal-wrong-state = The proposal is no longer at this step. Look at its status.
console-proposal-workshop = The workshop
console-no-proposal = There is no such proposal.
console-proposal-state = { $state ->
        [submitted] waits for approval
        [approved] approved
        [returned] to be changed
       *[withdrawn] withdrawn
    }
api-problem-field = is not a field that can be changed

console-agreements-short = Partners
console-agreements = Agreements with partners
console-agreements-what = Each agreement says its goal, its time and what each side gives. The figures are counted, nobody types them. An agreement that holds is shown on the organisation’s public page.
console-agreements-none = There is no agreement yet.
console-agreement-new = Add an agreement
console-agreement-edit = Edit the agreement
console-agreement-kind = Kind
console-agreement-period = Time
console-agreement-status = Status
console-agreement-from = From
console-agreement-until = Until the end of
console-agreement-until-hint = Leave empty when no end is set.
console-agreement-no-goal = Say what the agreement is for.
console-agreement-end-wrong = The last day must not be before the first.
console-agreement-created = The draft is saved. Press “Let it hold” once both sides have signed.
console-agreement-activate = Let it hold
console-agreement-end = End the agreement
console-agreement-end-confirm = The agreement with { $name } will end and leave the public page. It cannot be opened again; to go on, make a new one.
console-agreement-now-active = The agreement holds.
console-agreement-now-ended = The agreement has ended.
console-agreement-wrong-state = The agreement is no longer at this step. Look at its status.
console-no-agreement = There is no such agreement.
console-organisation-public = Public page of the organisation
agreement-kind = { $kind ->
        [curricula] improving curricula with digital tools
        [resources] developing learning resources
        [scholarships] funding scholarships
       *[places] taking learners for internships and real projects
    }
agreement-status = { $status ->
        [draft] draft
        [active] holds
       *[ended] ended
    }
agreement-period = { $from } to { $until }
agreement-period-open = from { $from }
agreement-goal = Goal
agreement-organisation-gives = The organisation gives
agreement-city-gives = The city gives
agreement-with-city = Agreement with the city
agreement-sample = A sample agreement to look at; it is not real.
agreement-figures = What came of it
agreement-figures-what = Courses, scholarships and internships: open today. Workshops and learners: since the agreement began. Sample data does not count. Groups of fewer than 5 people are not counted out.
agreement-figure = What
agreement-figure-count = Number
agreement-figure-few = fewer than { $count }
agreement-figure-name = { $figure ->
        [courses] Courses offered
        [confirmed] Courses confirmed lately
        [workshops] Workshops
        [attended] Visits to workshops
        [scholarships] Scholarships open for applications
        [scholarshipPlaces] Scholarship places
        [internships] Internships offered
        [internshipPlaces] Internship places
        [placesGiven] Places given
       *[learners] Learners who came
    }
organisation-kind = { $kind ->
        [university] University
        [training_centre] Training centre
        [company] Company
        [business] Business
        [non_profit] Non-profit organisation
        [library] Library
       *[public] Public body
    }
organisation-sample = A sample organisation to look at; it is not real.
organisation-go = The organisation’s site
organisation-courses = Courses
organisation-workshops = Coming workshops
organisation-scholarships = Scholarships
organisation-internships = Internships and real projects
organisation-deadline = apply by { $date }
organisation-gone = I cannot find this organisation. What would you like to learn? I will look for courses.
organisation-no-courses = This organisation has no open course right now.
organisation-courses-here = Some of its courses:
partners-title = Organisations that work with the city on learning:
partners-line = • { $name }: { $kind }
partners-none = No partner organisation is announced yet. What would you like to learn? I will look for courses.
help-doitac = /doitac – organisations that work with the city
console-gaps-short = Open questions
console-gaps = Unanswered questions
console-gaps-what = Learners asked this and no lesson answers it. Who asked is not kept; numbers, addresses and papers are covered. When a lesson answers one, press “Has a lesson”.
console-gaps-open = Those that wait
console-gaps-closed = Those that have a lesson
console-gaps-none = Nothing waits.
console-gaps-none-closed = None is marked as answered by a lesson yet.
console-gap-question = Question
console-gap-lesson = Asked in
console-gap-times = Times
console-gap-last = Last asked
console-gap-close = Has a lesson
console-gap-open = Open again
console-gap-now-closed = Marked as answered by a lesson. If somebody asks it and there still is no answer, it opens again by itself.
console-gap-now-open = The question is open again.
console-no-gap = There is no such question.
console-did-close-gap = marked a question as answered by a lesson
console-did-open-gap = opened a question again
console-subject-gap = Question no. { $id }

console-help-lines = Help lines
console-help-lines-what = Whoever writes words of danger is given these numbers at once. Ring each yourself before it is shown, and again at least every { $days } days.
console-help-lines-none = No number is shown for: { $for }. Meanwhile people in danger are given 115, 111 and 113.
console-help-lines-preview = What residents get now
console-help-lines-preview-what = Word for word, with the numbers that are shown.
console-help-lines-due = Help lines to ring
console-help-lines-due-what = Nobody has rung them yet, or not for long.
console-help-line-add = Add a help line
console-help-line-add-what = A new number is kept hidden. When you have rung it, press “Show”.
console-help-line-edit = Change
console-help-line-edit-what = Residents see the new words as soon as you save. Another number must be rung again.
console-help-line-number = Telephone number
console-help-line-number-hint = 3 to 15 digits, for example 1900 1267.
console-help-line-number-wrong = Write 3 to 15 digits, with one blank between groups.
console-help-line-concerns = Given to people who
console-help-line-name-vi = Name in Vietnamese
console-help-line-name-en = Name in English
console-help-line-name-hint = Stands right behind the number, so keep it short: “cấp cứu”.
console-help-line-name-missing = Write the name of the line.
console-help-line-note-vi = When to ring, whether it is charged, in Vietnamese
console-help-line-note-en = When to ring, whether it is charged, in English
console-help-line-note-hint = May be left empty.
console-help-line-hours-vi = Hours in Vietnamese
console-help-line-hours-en = Hours in English
console-help-line-hours-hint = For example “day and night”. Leave it empty if you are not sure.
console-help-line-long = Too long. Somebody in danger reads only a few words.
console-help-line-taken = This number is on the list already, for the same people.
console-help-line-too-many = { $most } numbers are shown already. Hide one first.
console-help-line-added = Kept, still hidden. When you have rung it, press “Show”.
console-help-line-saved = Saved. Residents see the new words from now on.
console-help-line-renumbered = The new number is saved. Please ring it.
console-help-line-shown = Residents are given this number now.
console-help-line-hidden = Hidden. Press “Show” to bring it back.
console-help-line-moved = The order has changed.
console-help-line-verified = Noted that it was rung today.
console-help-line-is-shown = Shown
console-help-line-is-hidden = Hidden
console-help-line-for = { $danger ->
        [suicide] given to people who think of dying or hurt themselves
        [violence] given to people who are beaten or abused
       *[both] given to everybody in danger
    }
console-help-line-never = Nobody has rung this number yet.
console-help-line-old = Last rung on { $date }, long ago. Please ring it again.
console-help-line-checked = Last rung on { $date }.
console-help-line-verify = Rung today
console-help-line-show = Show
console-help-line-hide = Hide
console-help-line-up = Move up
console-help-line-down = Move down
console-help-line-last = “{ $line }” is the last number shown to people who: { $for }. Without it they are given 115, 111 and 113 only.
console-no-help-line = There is no such help line.
console-danger = { $danger ->
        [suicide] think of dying or hurt themselves
        [violence] are beaten or abused
       *[both] are in any danger
    }
console-did-help-add = added a help line
console-did-help-edit = changed a help line
console-did-help-hide = hid a help line
console-did-help-move = changed the order of help lines
console-did-help-show = showed a help line
console-did-help-verify = noted that a help line was rung
console-subject-help-line = Help line no. { $id }
console-certificates = Certificates
console-certificates-what = Certificates of finished tracks. Type the code on one to look at it and to withdraw it.
console-certificate-code = Code on the certificate
console-certificate = Certificate { $code }
console-no-certificate = No certificate of a finished track has this code. Check each character.
console-certificate-track = { $title }, { $lessons } lessons
console-certificate-finished = Finished: { $time }
console-certificate-issued = Issued: { $time }
console-certificate-public = Public page to check it
console-certificate-withdrawn = { $by ->
        [learner] Withdrawn by the learner: { $time }.
       *[staff] Withdrawn by staff: { $time }.
    }
console-certificate-reason = Reason: { $reason }.
console-certificate-withdraw = Withdraw this certificate
console-certificate-withdraw-confirm = Withdraw certificate { $code }? Reason: { $reason }. The public page will say that it is no longer valid, and why; the name on it is deleted. This cannot be undone.
console-certificate-is-withdrawn = This certificate was withdrawn before.
console-certificate-now-withdrawn = The certificate is withdrawn. Its public page says so.
console-withdrawal-reason = Why it is withdrawn
console-withdrawal-hint = Anybody with the code can read this on the public page.
console-withdrawal-choose = Choose a reason
console-withdrawal-reason-missing = Choose a reason.
console-withdrawal-mistake = issued by mistake
console-withdrawal-wrong-person = issued to the wrong person
console-withdrawal-not-own-work = the work was not done by its holder
console-withdrawal-asked = the learner asked for it
console-subject-certificate = Certificate no. { $id }
track-certificate-page-means = This page confirms that the code is real and that all lessons were gone through, each with questions. The name is as the learner wrote it; Bạn Học checks no papers.
notebook-none = The city has no criteria here yet.
notebook-title = Learning notebook: { $title }
notebook-sample = These are sample criteria to try it with, not the official ones.
notebook-met = { $met } of { $of } criteria are shown here.
notebook-line = { $number }. { $title }: { $state }
notebook-state-met = met
notebook-state-open = { $have }/{ $need }
notebook-state-partly = { $met }/{ $of } parts
notebook-elsewhere = The notebook knows only what was learned on Bạn Học. Not met means not shown here, not that you did not learn.
notebook-not-met = Not met means not shown here; the notebook does not know what you learned elsewhere.
notebook-kind = { $kind ->
        [lesson_completed] Lessons finished
        [track_completed] Tracks finished
        [items_mastered] Questions mastered
        [workshop_attended] Workshops attended
        [course_finished] Courses finished (as you said)
        [certificate_earned] Certificates
        [selftest_taken] Self-assessments
       *[days_learning] Days of learning
    }
notebook-rule = – { $what }{ $domain ->
        [0] { "" }
        [1] , in the domain “Information and data literacy” of the digital competence framework
        [2] , in the domain “Communication and collaboration” of the digital competence framework
        [3] , in the domain “Digital content creation” of the digital competence framework
        [4] , in the domain “Safety” of the digital competence framework
        [5] , in the domain “Problem solving” of the digital competence framework
       *[6] , in the domain “Using artificial intelligence” of the digital competence framework
    }{ $days ->
        [0] { "" }
       *[other] , in the last { $days } days
    }: { $state ->
        [more] { $have } ({ $need } needed)
       *[open] { $have }/{ $need }
    }
notebook-evidence = • { $title } ({ $day })
notebook-more = • and { $count } more
choice-notebook-criterion = { $title }
choice-notebook-page = Open a page to print
choice-notebook-back = The whole notebook
choice-notebook-courses = Your courses
choice-notebook-selftest = Self-assessment
notebook-page-title = Learning notebook
notebook-page-print = Print this page with your browser. The link opens for { $minutes } minutes only; whoever has it can see this page, so send it to nobody you do not know.
notebook-page-day = As of { $day }

### Console: workshops

console-search = Search
console-page-before = Previous page
console-page-after = Next page
console-page-of = Page { $page } of { $last }
console-form-wrong = Nothing was saved. See the fields with a remark below, then send it again.
console-sample = (sample)
console-workshops = Workshops
console-workshops-which = Which workshops
console-workshops-upcoming = Upcoming
console-workshops-past = Past
console-workshops-cancelled = Cancelled
console-workshops-next = Upcoming workshops
console-workshops-none-planned = None is planned.
console-workshops-search = Search title, organisation, place
console-workshops-none = There are none.
console-workshops-none-found = Nothing matches. Try fewer words.
console-no-workshop = There is no such workshop, or it is not of your organisation.
console-workshop = Workshop
console-workshop-when = When
console-workshop-where = Where
console-workshop-new = New workshop
console-workshop-create = Create
console-workshop-edit = Edit
console-workshop-copy = Duplicate
console-workshop-announce = Write an announcement
console-workshop-public = Public page
console-workshop-in-series = Part of a series
console-workshop-title = Title
console-workshop-description = Description
console-workshop-description-hint = What people learn and what to bring. Residents read this.
console-workshop-day = Day
console-workshop-starts = Starts
console-workshop-ends = Ends
console-workshop-last-day = Last day, if another
console-workshop-place = Place
console-workshop-place-hint = Name and address as people know it. May be empty for an online workshop.
console-workshop-ward = Ward
console-workshop-ward-hint = Type some letters and choose from the suggestions.
console-workshop-link = Link to join online
console-workshop-link-hint = Begins with https://. Empty if people meet in person only.
console-workshop-capacity = Seats
console-workshop-capacity-hint = Empty for no limit.
console-workshop-capacity-held = Empty for no limit. { $held } people have a seat or are offered one: it cannot be less.
console-workshop-organisation = Organisation
console-workshop-topics = Topics
console-workshop-topics-hint = Separated by commas, for example: smartphones, online safety.
console-workshop-audience = For
console-workshop-wheelchair = Wheelchair access
console-workshop-wheelchair-yes = yes
console-workshop-wheelchair-no = no
console-workshop-language = Language
console-workshop-not-known = not known
console-workshop-repeat = Repeats
console-workshop-repeat-hint = Each workshop of the series has seats and a list of its own. You see the dates before they are saved.
console-workshop-repeat-it = Repeat this workshop
console-workshop-once = once
console-workshop-every-week = every week
console-workshop-every-two-weeks = every two weeks
console-workshop-every-four-weeks = every four weeks
console-workshop-every-month = every month on the same day
console-workshop-times = How many in all (2 to 53)
console-workshop-until = Or until the end of
console-workshop-series = Look at the dates
console-workshop-series-show = Show the dates
console-workshop-series-confirm = “{ $title }” will have { $count } workshops:
console-workshop-series-create = Create { $count } workshops
console-workshop-created = Created. Residents can find it now.
console-workshops-created = { $count } workshops were created.
console-workshop-scope = Change
console-workshop-scope-one = this workshop only
console-workshop-scope-following = this one and all that follow in the series
console-workshop-will-tell = { $count } people who registered will be told if you change time, place or link.
console-workshop-tell-confirm = You are changing time or place. { $count } people who registered will be told as soon as they may be written to. Save?
console-workshop-tell-confirm-series = You are changing time or place of this workshop and those that follow. { $count } people of this one and everybody of the others will be told. Save?
console-workshop-before = Before:
console-workshop-after = After:
console-workshop-saved-told = Saved. { $count } people who registered will be told.
console-workshops-saved-some = { $done } workshops were changed. { $refused } stayed as they were: more people have seats than the new number, or they are cancelled.
console-workshop-changed-meanwhile = A colleague has changed this workshop meanwhile. Open the page again so that nothing is overwritten.
console-workshop-is-cancelled = This workshop is cancelled and cannot be changed. You can duplicate it.
console-workshop-is-over = This workshop is over and cannot be cancelled.
console-workshop-repeats-already = This workshop is part of a series or cancelled. Duplicate it and repeat the copy.
console-workshop-cancel = Cancel this workshop
console-workshop-cancel-confirm = { $count } people who registered will be told. A cancelled workshop cannot be brought back.
console-workshop-cancel-reason = Reason
console-workshop-cancel-reason-hint = Residents read it. It may be empty.
console-workshop-cancelled = Cancelled. { $count } people will be told.
console-workshop-too-long = Too long. Make it shorter.
console-workshop-no-title = Write a title.
console-workshop-day-wrong = Choose a day that exists.
console-workshop-time-wrong = Write a time like 08:30.
console-workshop-end-wrong = The end must come after the start.
console-workshop-past = This time has passed. Choose a day to come.
console-workshop-ward-wrong = There is no such ward in the city. Write its name since the merger, as in the suggestions.
console-workshop-ward-unclear = Several wards have a name like this. Write all accents, as in the suggestions.
console-workshop-no-place = Write a place, or a link to join online.
console-workshop-link-wrong = A link begins with https:// or http://.
console-workshop-capacity-wrong = Write a number from 0 to 100000, or nothing.
console-workshop-capacity-below = More people have a seat than that. Write a larger number.
console-workshop-times-wrong = Write how many, from 2 to 53, or choose the last day.
console-registrations = Registrations
console-registrations-none = Nobody has registered yet.
console-registrations-none-found = Nobody matches.
console-registrations-file = Download the list as CSV
console-registered-at = Registered
console-came-at = Came
console-code = Code
console-needs = Needs
console-waiting-place = Place in the waiting list
console-offer-until = Held until
console-guest-name = Name at the door
console-seats = Seats held
console-seats-left = Free
console-seats-offered = Offered
console-seats-waiting = Waiting
console-seats-came = Came
console-seats-walk-ins = Walk-ins
console-seat-state = State
console-seat-taken = has a seat
console-seat-offered = is offered a seat
console-seat-offered-until = offered, held until { $time }
console-seat-waiting = waiting
console-seat-waiting-place = waiting, number { $place }
console-seat-cancelled = cancelled
console-seat-declined = declined
console-seat-expired = offer ran out
console-seat-came = came
console-seat-walk-in = walk-in
console-seat-walk-in-named = walk-in: { $name }
console-need-wheelchair = wheelchair
console-need-hearing = hearing
console-need-seeing = seeing
console-need-other = other
console-withdraw = Cancel registration
console-withdraw-confirm = Cancel registration { $code } for “{ $title }”? The person will be told; the seat is offered to who has waited longest.
console-withdrawn = Registration { $code } was cancelled; the person will be told.
console-withdraw-nothing = This registration was cancelled before, or the person has come already.
console-poster = QR code to print
console-poster-scan = Scan to see more and to register
console-poster-print = Print this page and put it up where residents see it.
console-door = Check-in
console-door-code = Check-in code
console-door-check-in = Check in
console-door-came = came
console-door-came-at = came at { $time }
console-door-seats = with a seat
console-door-camera = Scan with the camera
console-door-camera-stop = Stop the camera
console-door-no-camera = The camera cannot be used. Allow it in the browser, or type the code.
console-door-guest = Add a walk-in
console-door-guest-name = Name (may be empty)
console-door-guest-add = Add one
console-door-problems = To be looked at
console-door-search = Search code or name
console-door-no-script = This browser runs no scripts: typing a code still checks in while there is a network.
console-door-in = { $code }: checked in.
console-door-again = { $code }: checked in already at { $time }.
console-door-again-elsewhere = { $code }: another phone checked this person in at { $time }.
console-door-no-seat = { $code }: this person has no seat ({ $state }).
console-door-other = { $code }: this code is of another workshop.
console-door-unknown = { $code }: there is no such code. Check each sign, or add a walk-in.
console-door-not-a-code = “{ $code }” is no check-in code. A code has 6 letters and digits.
console-door-asked = { $code }: not on this phone’s list; the server is being asked.
console-door-walked-in = { $name }: added.
console-door-undone = { $code }: check-in taken back.
console-door-admit = Let in all the same
console-door-dismiss = Dismiss
console-door-undo = Undo
console-door-needs = Needs: { $needs }
console-door-online = Online.
console-door-offline = No network. Go on: this phone keeps everything and sends it when the network is back.
console-door-queued = { $count } waiting to be sent.
console-door-sign-in = Your session has ended. What you did is kept on this phone; sign in again and open this page.
console-door-forbidden = You may not check in for this workshop any more. What was not sent is kept on this phone.
console-door-not-kept = This phone keeps nothing: do not close the page while something waits to be sent.
console-door-waiting-place = number { $place }
console-door-more = { $count } more. Search by code.
console-door-unreadable = What was sent could not be read. Reload the page.
console-door-plain-in = { $code }: checked in.
console-door-plain-again = { $code }: this person was checked in before.
console-door-plain-no-seat = { $code }: this person has no seat.
console-did-workshop-withdraw = cancelled a registration

announcement-test = This is a test that only you see:
announcement-test-gone = The test code is wrong or too old. Staff find a new one on the page of the announcement.
announcement-test-pressed = This button works. As this is a test, nothing was noted; it counts when people press it in the real message.
console-bc-test = Test to yourself
console-bc-test-how = Open Bạn Học on your phone and write this line. You get exactly the message people will get; nobody else sees it. The code works for at least 30 minutes.
console-bc-correct = Correct
console-bc-correct-what = Messages already sent are edited where the channel can (Telegram); those not sent leave with the new words. Buttons stay as they are.
console-bc-correct-save = Correct what was sent
console-bc-correct-confirm = { $count } messages already sent are edited where that is possible. The new words are not approved again, and this is noted in the log.
console-bc-now-corrected = Being corrected.
console-bc-recall = Take back
console-bc-recall-confirm = What has not left stops. { $count } messages already sent are deleted on Telegram within 48 hours, later ones are replaced by a note that it was withdrawn. Messages on Zalo cannot be taken back. This cannot be undone.
console-bc-now-recalled = Being taken back.
console-bc-retry = Send failed ones again
console-bc-now-retried = Failed messages are being sent again. Whoever has it does not get it twice.
console-bc-receipt = Receipt
console-bc-see-receipt = Show the receipt in detail
console-bc-replies = Questions of recipients are in the inbox
console-bc-outcomes = Outcomes by reason
console-bc-outcome = Outcome
console-bc-channel = Channel
console-bc-people = People
console-bc-by-person = Person by person
console-bc-nameless = Each row is one person: a code, no name.
console-bc-person = Code
console-bc-rows-gone = No rows. Details are deleted after some time; the totals stay.
console-bc-first-people = To the first
console-bc-more-people = Next people
console-bc-file = Download as CSV
console-bc-told-sent = It reached { $count } of { $of } people.
console-bc-told-pending = { $count } still wait.
console-bc-told-blocked = { $count } have blocked the bot and could not get it.
console-bc-told-failed = { $count } messages failed; they can be sent again.
console-bc-told-unconfirmed = Of { $count } messages it is not clear whether they arrived; they are not sent again, so that nobody gets two.
console-bc-told-skipped = { $count } people were left out: no longer agreed, enough announcements that day, too late or cancelled.
console-bc-changes = Corrections and takings back
console-bc-correct-made = Corrected at { $time }:
console-bc-recall-made = Taken back at { $time }:
console-bc-change-figures = { $changed } of { $messages } messages changed, { $pending } waiting, { $failed } could not be.
console-bc-emergency-why = Why it is urgent
console-bc-emergency-why-missing = Choose a reason: the approver and the log need it.
console-bc-emergency-reason = { $reason ->
        [safety] people's safety
        [weather] weather or disaster
        [last_minute] change or cancellation at the last moment
       *[other] another urgent matter
    }
console-bc-return-word = A word to the author (what to change)
console-bc-returned-word = Given back to be changed: “{ $word }”



# Staff's pages for importing
console-imports = Imports
console-imports-intro = Send a table (Excel, CSV or JSON). Every row is checked and shown first; nothing changes until you press “Import”.
console-imports-partners = Partners import their own rows when they are signed in; rows of others are refused.
console-import-reports = What imports changed
console-import-reports-intro = Of each import of courses: which are new, which changed and how. The newest 20 of a source are kept.
console-import-reports-none = No courses were imported yet.
console-import-report = What changed
console-import-report-gone = This report is no longer kept; the newest 20 of a source are.
console-import-report-open = This import is under way or broke off. The lines below were written.
console-import-report-partial = This file need not be the whole list of its source, so nothing is said of courses that are no longer listed.
console-import-report-none = There are no such changes.
console-import-report-more = And { NUMBER($count) } more changes, which are counted only.
console-import-report-first = Back to the first
console-import-report-next = Further
console-import-report-file = Download the changes (CSV)
console-import-change = { $change ->
        [added] New
        [changed] Changed
        [relisted] Listed again
       *[missing] No longer listed
    }
console-import-change-kind = Kind of change
console-import-change-all = All
console-import-change-words = Title or id
console-import-field = { $field ->
        [title] Title
        [price_vnd] Price
        [starts_on] Starts
        [ends_on] Ends
        [provider] Organisation
        [platform] Platform
        [schedule] Schedule
        [mode] Mode
        [ward] Ward
        [address] Address
        [url] Page
        [seats] Seats
        [duration_hours] Hours
        [level] Level
        [language] Language
        [topics] Topics
        [skills] Skills
        [audience] Audience
        [certificate] Certificate
        [low_data] Low data
        [wheelchair] Wheelchair
        [reviewed_on] Content reviewed
       *[description] Description
    }
console-imports-recent = Recent imports
console-imports-none = Nothing was imported yet.
console-imports-all = All imports
console-import-kind = Kind
console-import-kind-courses = Courses
console-import-kind-workshops = Workshops
console-import-kind-occupations = Occupations and their skills
console-import-kind-demand = Demand for skills
console-import-kind-scholarships = Scholarships
console-import-kind-internships = Internships, real projects
console-import-kind-places = Places to learn and get help
console-import-kind-organisations = Organisations
console-import-kind-history = Figures of past years
console-import-templates = Templates to fill in
console-import-templates-hint = The blank file has exactly the names of the columns. The example has some invented rows that show how to write them; do not import it as real data.
console-import-template-blank = Blank file
console-import-template-example = Example
console-import-source = Source
console-import-source-hint = The name of whoever keeps this table, such as “ttgdtx-quan-go-vap”. The next import of the same source updates its rows. Empty: the file’s name.
console-import-sheet = Sheet
console-import-sheet-hint = For Excel only. Empty: the first sheet.
console-import-file = File
console-import-file-hint = Drop a file here or press to choose one. Excel .xlsx, CSV, JSON; at most { $megabytes } MB.
console-import-check = Check and preview
console-import-empty = The file is empty. Choose another one.
console-no-file = No file was chosen. Go back and choose one.
console-file-too-large = The file is larger than { $megabytes } MB. Split it and send the parts, or have it imported by the server’s command.
console-import-gone = This file is gone: files are deleted an hour after they were last used. Send it again.
console-import-of = { $kind }, source “{ $source }”
console-import-checking = Checking…
console-import-writing = Importing…
console-import-progress = { $percent }%, { NUMBER($rows) } rows
console-import-may-leave = You may leave this page and come back; the work goes on, also when the server restarts.
console-import-look-again = See how far it is
console-import-refused = This file cannot be used.
console-import-another = Import another file
console-import-done = Imported.
console-import-replaced = { NUMBER($count) } sample entries gave way to real ones.
console-import-will-replace = { NUMBER($count) } sample entries will go with this import: there are real ones now.
console-import-broke-off = The last import broke off: { $problem }. What was written stays; press again to complete it.
console-import-checked = { NUMBER($read) } rows read: { NUMBER($good) } good, { NUMBER($bad) } bad.
console-import-new = New
console-import-changed = Updated
console-import-same = Unchanged
console-import-bad = Bad
console-import-skipped = Skipped
console-import-start = Import { NUMBER($count) } rows
console-import-start-skipping = Skip { NUMBER($bad) } bad rows, import { NUMBER($good) }
console-import-or-repair = Or repair the bad rows in your file and send it again.
console-import-discard = Discard this file
console-import-discarded = The file is discarded. Nothing was changed.
console-import-under-way = The file is being imported and cannot be discarded now. Wait until it is done.
console-import-not-ready = The file is not checked yet. Wait a moment.
console-import-kept = The file is kept for an hour after its last use, then deleted.
console-import-problems = Bad rows
console-import-row = Row
console-import-column = Column
console-import-value = Value
console-import-remedy = What is wrong and what to do
console-import-more = These are { NUMBER($shown) } of { NUMBER($count) } errors.
console-import-errors-file = Download the errors (CSV)
console-import-columns = Columns: { $used } understood, { $ignored } ignored
console-import-columns-caption = How columns are understood
console-import-theirs = Column in the file
console-import-ours = Understood as
console-import-ignored = ignored
console-import-first = The first rows as they will be
console-area-import = Imports
console-did-import = imported
console-did-import-start = started an import
console-did-import-upload = sent a file to import
console-feeds = Daily imports
console-feeds-short = addresses that are looked at once a day.
console-feeds-what = Each address is fetched once a day and imported like a file. What it no longer lists is counted and, if you wish, marked as unconfirmed; nothing is deleted.
console-feeds-none = No address yet.
console-feeds-trouble = Daily imports in trouble
console-feed = Daily import
console-feed-add = Add an address
console-feed-state = Last time
console-feed-last = At
console-feed-next = Next time
console-feed-soon = in a few seconds
console-feed-running = Being fetched and imported
console-feed-paused = Paused
console-feed-outcome = { $outcome ->
    [imported] Imported
    [unchanged] The file is as it was
    [refused] The file has bad rows
    [failed] It could not be fetched
   *[none] Not fetched yet
  }
console-feed-url = Address of the file
console-feed-url-hint = Begins with https:// and leads to a CSV, Excel .xlsx or JSON file, at most 50 MB. Of a spreadsheet on the web: the address that exports it as CSV.
console-feed-url-wrong = Write an address that begins with https://.
console-feed-source-hint = The name of who keeps this table. Each source has one address a kind.
console-feed-source-wrong = Write the name of the source, at most 100 letters.
console-feed-hour = Hour of the day
console-feed-hour-hint = 0 to 23, the city's time. A calm hour such as 4 is best.
console-feed-hour-wrong = Write a number from 0 to 23.
console-feed-skips-bad = Skip bad rows and import the others
console-feed-marks-missing = Mark what is no longer listed as unconfirmed
console-feed-marks-missing-hint = When more than half would vanish at once, nothing is marked and it is said here: the file may be cut short.
console-feed-mapping = Mapping of columns (JSON)
console-feed-mapping-hint = Only for unusual names of columns, as a file of --map. Empty: columns by their names.
console-feed-yes = Yes
console-feed-no = No
console-feed-sync = Fetch now
console-feed-pause = Pause
console-feed-resume = Go on
console-feed-remove = Remove this address
console-feed-remove-what = The address of “{ $source }” will not be fetched any more. What was imported stays.
console-feed-added = Added. The file is fetched in a few seconds.
console-feed-saved = Saved. The file is fetched again in a few seconds.
console-feed-asked = The file is fetched in a few seconds.
console-feed-paused-told = Paused.
console-feed-resumed = It goes on; the file is fetched in a few seconds.
console-feed-removed = The address is removed. What was imported stays.
console-feed-failures = { $count } times in a row; it waits longer each time.
console-feed-result = Last import: { NUMBER($read) } rows read, { NUMBER($created) } new, { NUMBER($updated) } changed, { NUMBER($same) } unchanged, { NUMBER($skipped) } skipped.
console-feed-missing = { NUMBER($count) } entries of this source are no longer listed.
console-no-feed = There is no such address; somebody may have removed it.
console-did-feed-add = added an address for daily imports
console-did-feed-edit = changed an address for daily imports
console-did-feed-pause = paused a daily import
console-did-feed-remove = removed an address for daily imports
console-did-feed-resume = let a daily import go on
console-did-feed-sync = had an address fetched
console-subject-feed = Import address { $id }

ticket-page-title = Code for the door
ticket-page-show = Show this code at the door:
ticket-page-none = This registration has no seat now, so there is no code for the door.
choice-workshop-ticket = QR code for the door
# Errors of the API: which field, and what to write
api-problem-missing = is missing, add it
api-problem-type = must be { $expected ->
    [string] text in quotation marks
    [number] a number
    [int] a whole number
    [boolean] true or false
    [array] a list in square brackets
    [object] a JSON object in braces
   *[other] { $expected }
  }
api-problem-big = { $of ->
    [string] { $most } characters at most
    [array] { $most } entries at most
   *[other] { $most } at most
  }
api-problem-small = { $of ->
    [string] { $least } characters at least
    [array] { $least } entries at least
   *[other] { $least } at least
  }
api-problem-value = must be one of: { $values }
api-problem-unknown = there is no field named { $fields }; leave it out or correct the name
api-problem-format = is not written as it should be; see the description at /api/v1/openapi.json
api-problem-url = must be a full address that begins with http:// or https://, without blanks, user name or password
api-problem-words = must have letters or digits, { $most } characters at most, no control characters and no marks that turn the direction of writing
api-problem-audience = write all as true, or at least one of wards, topics, channels, languages, roles, active_within_days
api-problem-id = must begin with a letter or digit and have only letters, digits and . _ : -, 120 characters at most
api-problem-request = only plain letters, digits and punctuation without blanks, 1 to 100 characters
api-problem-position = latitude and longitude must both be there, or neither
api-problem-digits = only digits
api-problem-telephone = must be a telephone number of 3 to 15 digits, with blanks between groups
api-problem-json = is no JSON; check brackets, commas and that it is UTF-8

# Questions to the tutor
help-hoi = /ask – ask what is not clear to you; the answer is in the words of a lesson
tutor-ask = What would you like to know? Write your question and I will look for it in the lessons.
tutor-quote = 📘 From the lesson “{ $title }”:
    “{ $quote }”
tutor-not-here = 📘 This lesson has no answer. I noted the question, without your name, for those who write the lessons. If you need to know now, press to ask a person.
tutor-no-lesson = 📘 No lesson has an answer yet. I noted the question, without your name, for those who write the lessons. If you need to know now, press to ask a person.
tutor-thinking = ⏳ I am thinking, give me a few seconds.
tutor-ai-label = 🤖 Made by AI, may be wrong
tutor-ai-first = I am the AI tutor of Bạn Học, not a person. I help you to find out by yourself and do not give the answer away. Turn me off at any time: /ai off.
tutor-rests-here = 📘 From this lesson.
tutor-rests = 📘 From the lesson “{ $title }”.
# Why the lessons answer in place of the AI.
tutor-rules-because = { $reason ->
    [busy] Many people are asking the AI right now, so I looked in the lessons for you.
    [city] Today's share of AI answers is used up; there is more tomorrow. I looked in the lessons for you.
    [own] You have asked the AI a lot today; go on tomorrow. I looked in the lessons for you.
    [lesson] You have asked the AI a lot in this lesson. I looked in the lessons for you.
    [slow] The AI took too long, so I stopped waiting. I looked in the lessons for you.
    [unasked] I do not ask the AI about this. I am looking in the lessons for you.
    [unfit] What the AI wrote was not good enough, so I did not send it. I looked in the lessons for you.
   *[down] The AI cannot answer right now. I looked in the lessons for you.
  }
tutor-withheld = That is close to the answer itself, so I will not say it yet. Have a try first.
tutor-soon = The lesson is about to ask you that. Go on and have a try.

# Lessons and reviews
help-bai = /lesson – a lesson of a few minutes a day; /lesson change – another subject
help-on = /review – what you are about to forget, asked again
choice-lesson-daily = A 5-minute lesson
choice-lesson = Lesson
choice-lesson-next = Next
choice-lesson-tried = Done, go on
choice-lesson-way = { $way ->
        [look] With a picture
        [do] Step by step
       *[read] Read
    }
choice-lesson-hint = Hint
choice-lesson-dont-know = Not sure, show me
choice-lesson-skip = Skip, start at the beginning
choice-lesson-same = Same idea
choice-lesson-other = Not quite
choice-lesson-feedback = { $feedback ->
        [too_easy] Too easy
        [too_hard] Too hard
        [unclear] Unclear
       *[good] Just right
    }
choice-lesson-remind = Remind me to learn
choice-lesson-other-track = Another subject
choice-lesson-ahead = Next lesson now
choice-lesson-skip-ahead = Try to skip ahead
choice-lesson-single = Learn: { $title }
choice-lesson-track = Learn the whole subject
choice-lesson-course = Course: { $title }
choice-review = { $count ->
        [one] Review 1 question
       *[other] Review { $count } questions
    }
lesson-for = 👤 { $who } learns
lesson-none-yet = There are no lessons yet. Write what you want to learn and I will look for a course.
lesson-choose-track = One lesson a day, a few minutes, of use at once. What would you like to learn about?
lesson-place-intro = “{ $track }”. Three short questions to see where to begin; wrong answers do no harm.
lesson-place-right = Right.
lesson-place-here = Thank you, we will learn this together.
lesson-place-from = Let us begin with lesson { $position }.
lesson-track-known = You know all the lessons of “{ $track }” already. Write /lesson change for another subject.
lesson-in-vietnamese = (The lessons themselves are in Vietnamese.)
lesson-before = 📘 { $title } ({ $minutes } min)
    A question first, just to see; not knowing is fine:
    .simple = 📘 { $title } ({ $minutes } min)
        A question first. Not knowing is fine:
lesson-type-before = (Type your answer, or “no idea” to see the lesson.)
lesson-type = (Type your answer. If you need it, type “hint”.)
lesson-look-together = Thank you. Let us look at it together.
lesson-try = Try it now
lesson-item-like = A question like it:
lesson-review = From an earlier lesson:
lesson-question-gone = This question is no longer part of the lesson. Let us go on.
lesson-right = ✔ { $note }
lesson-not-quite = Not quite, but close. Read the question once more.
lesson-again = Try again:
lesson-try-first = Try an answer first, a guess will do. Then I will give a hint.
lesson-try-again = Try again with that hint. If it does not come, I will give another.
lesson-compare = I am not sure about this one. A good answer is: “{ $answer }”
    Is that what you meant?
lesson-grading = 🤖 I am having AI read this answer. A few seconds, please.
choice-lesson-compare = I compare myself
# Above what follows from a model's look at an answer.
lesson-ai-graded = 🤖 AI has read this answer and may be wrong. If you disagree, write “wrong grade” and a person will look at it.
lesson-same = Then you have it. { $note }
lesson-other = Never mind, now you know. Let us try a question like it.
lesson-answer = The answer is: { $answer }
lesson-later = I will ask this again tomorrow; it will stick bit by bit.
lesson-hard-again = This one was hard last time as well, and that is all right.
lesson-person = It is much easier with somebody to show you. Below is where you can ask.
lesson-hello = Hello, I am Bạn Học, the city's learning companion.
lesson-gone = This lesson is not here any more.
lesson-once-more = You have finished this lesson, so here it is once more.
lesson-going-on = Going on with “{ $title }” where you stopped.
lesson-stale = That button is of an earlier place. “{ $title }” is here:
lesson-over = That lesson is done.
lesson-later-said = Fine, have a rest. Write /lesson whenever you like and I will open it right here again.
lesson-done = 🎉 Lesson { $position } of { $count } is done!
lesson-next = Next: “{ $title }”, { $when }.
lesson-when = { $date } at { $time }
lesson-how-was-it = How was this lesson for you?
lesson-of-track = This lesson belongs to “{ $track }”. { $count ->
        [1] One short lesson of it is left
       *[other] { $count } short lessons of it are left
    } if you want to go on.
lesson-track-done = You have finished “{ $track }”. Its questions come back just before you would forget them: write /review.
lesson-track-finished = You have finished “{ $track }”. Another subject?
lesson-done-today = You are done for today. Next: “{ $title }”, { $when }.
lesson-feedback-thanks = { $feedback ->
        [too_easy] Thank you, noted.
        [too_hard] Thank you for saying so.
        [unclear] Thank you for saying so.
       *[good] Glad to hear it! See you at the next one.
    }
lesson-other-way = Try it in another way, or ask a person.
lesson-skip-ahead = Two easy ones in a row. Answer one question right and you go straight to a later part.
lesson-skip-question = Get this right and we leave out the lessons before it:
review-begin = { $count ->
        [one] One question to review.
       *[other] { $count } questions to review.
    }
review-left = { $count } left.
review-done = { $count ->
        [one] One question reviewed.
       *[other] { $count } questions reviewed.
    }
review-more = { $count } more are waiting; take a break if you like.
review-next = The next one comes { $date }.
review-next-soon = Nothing more today. What you are about to forget, I will ask again.
review-nothing-yet = There is nothing to review yet. Take a lesson first.
review-over = You have answered that one.
review-later-said = Fine, have a rest. Write /review to go on.
## Self-assessment

selftest-how = Choose a number. If you are not sure, choose “{ choice-selftest-unknown }”: the estimate gets better. To have a break, say “stop”; your place is kept.
    .simple = Choose a number. To have a break, say “stop”.
selftest-progress = { $kind ->
    [situations] Question { $number } of at most { $most }
   *[statements] Question { $number } of { $most }
    }
selftest-resumed = You stopped half-way last time; let us go on.
selftest-answered-before = You have answered that one. This is where we are:
selftest-paused = { $count ->
    [0] Your place is kept. Send /selftest whenever you like.
    [one] Your place is kept after { $count } question. Send /selftest to go on, on any channel.
   *[other] Your place is kept after { $count } questions. Send /selftest to go on, on any channel.
    }
selftest-nothing = There is no answer to look at yet, so there is nothing to tell.
selftest-gone = That self-assessment is no longer there. Shall we begin a new one?
selftest-again = You last did “{ $title }” on { $date }. A new sitting has other situations, and I will compare the two.
selftest-wait = You did “{ $title }” on { $date }. Do it again from { $next } on: before that a difference is only chance.
selftest-result = { $title }: after { $count ->
    [one] { $count } question
   *[other] { $count } questions
    }
selftest-line = ▪ { $domain }: { $level }
selftest-level = { $sureness ->
    [sure] { $level } (fairly sure)
    [fairly] { $level } (not quite sure)
   *[unsure] { $level } (not sure, perhaps { $other })
    }
selftest-overall = Overall: { $level }
selftest-unasked = Not asked yet: { $domains }
selftest-strongest = Strongest: { $domain }. { $can }
selftest-even = Your areas are much alike; none stands out.
selftest-begin = Begin with: { $domain }. { $next }
selftest-lessons = Below are short lessons that fit you now; a press begins one.
selftest-changes = Since { $date }, overall: { $direction ->
    [up] clearly better.
    [down] lower than before.
   *[unclear] no clear change.
    }
selftest-change = ▪ { $domain }: { $direction ->
    [up] clearly better
   *[down] lower than before
    }
selftest-changes-noise = { $others ->
    [0] I only say so when it is 95% sure.
   *[other] The other areas show no clear change: few questions show only large ones, small differences may be chance.
    }
selftest-private = { $kind ->
    [situations] Only you see this. It is an estimate to choose what to learn next, not a mark.
   *[statements] Only you see this. It follows from what you say you do, to choose what to learn next.
    }
selftest-missed-title = These were not answered right:
selftest-missed =
    { $question }
    You chose: { $given }
    ✓ { $right }
    Why: { $why }
choice-selftest-start = Check my digital skills
choice-selftest-unknown = I do not know
choice-selftest-skip = Skip this one
choice-selftest-stop = Stop for now
choice-selftest-go-on = Go on
choice-selftest-result-now = Result so far
choice-selftest-result = See the result
choice-selftest-again = Do it again
choice-selftest-wrong = { $count ->
    [one] See { $count } missed question
   *[other] See { $count } missed questions
    }
choice-selftest-wrong-more = { $count } more
choice-selftest-topic = Courses: { $topic }
picture-selftest-alt = Six bars of a self-assessment: { $facts }
picture-selftest-subtitle = { $count ->
    [one] { $count } question
   *[other] { $count } questions
    }, { $date }
picture-selftest-legend = { $kind ->
    [situations] Levels from the left: { $levels }. Thin line: where it may be, eight times in ten.
   *[statements] Levels from the left: { $levels }.
    }
picture-selftest-footnote = For yourself, not a mark
help-tuthi = /selftest – check your digital skills, 12 questions at most; /selftest teachers – teaching with technology

### How fresh the catalogue is

choice-report-phone = Wrong phone number
choice-report-unreachable = Cannot be reached
report-reason = { $reason ->
        [gone] not offered any more
        [price] wrong price
        [place] wrong place or time
        [phone] wrong phone number
        [unreachable] cannot be reached
       *[other] something else
    }
report-news = { $outcome ->
        [closed] You told us that “{ $title }” is not right. The course is no longer offered, and we took it out of our lists. Thank you for sparing others the way!
        [revised] You told us that “{ $title }” is not right. The organiser has corrected its dates. Thank you for telling us!
        [restored] You told us that “{ $title }” is not right. Somebody checked it and found that it is still there. Thank you for telling us!
       *[confirmed] You told us that “{ $title }” is not right. The organiser has confirmed that it is still open. Thank you for telling us!
    }
    .simple = { $outcome ->
        [closed] “{ $title }”, which you told us of, is no longer open. Thank you!
        [revised] “{ $title }”, which you told us of, has new dates. Thank you!
       *[other] “{ $title }”, which you told us of, was checked: it is open. Thank you!
    }
data-table-opportunity-mark = Scholarships and internships you saved or began to apply for
data-table-eligibility-answer = Your answers about the conditions of scholarships
data-table-application = Your applications
place-report-ask = What is wrong with “{ $title }”?
place-report-reason = { $reason ->
        [hours] Wrong hours
        [closed] Closed for good
        [address] Wrong address
       *[other] Something else
    }
place-report-tell = Tell me in one message what is wrong, please.
place-report-thanks = Thank you for telling us. Somebody will check it, and I will write to you here what came of it.
place-report-news = { $outcome ->
        [closed] You told us that “{ $title }” is not right. The place has closed, and we took it out of our lists. Thank you for sparing others the way!
        [corrected] You told us that “{ $title }” is not right. It has been corrected. Thank you for telling us!
       *[dismissed] You told us that “{ $title }” is not right. Somebody checked it: what we say is right. Thank you for telling us!
    }
data-field-words = in your words
data-table-place-report = Places you reported as wrong, and what came of it
data-table-course-report = Courses you reported as wrong, and what came of it
data-field-reported-at = reported at
data-field-settled-at = decided at
data-field-outcome = outcome
confirm-title = Courses of { $organisation }
confirm-what = Residents look for courses with Bạn Học. Please say of each whether it is still open; one press each, no account needed.
confirm-gone-title = This link does not work any more
confirm-gone = The link has expired or was withdrawn. Please ask whoever sent it to you for a new one.
confirm-unclear = Nothing was saved. Please press once more; write dates with day, month and year.
confirm-nothing = There is nothing left to undo, or this course is not one of yours.
confirm-ended = By its dates this course is over. If it is held again, give the new dates; if not, leave it as it is.
confirm-order = The end stands before the start. Please check the dates.
confirm-none = You have no courses in the catalogue yet.
confirm-all = All are open
confirm-all-sure = { $organisation } has { $count } open courses. Confirm that all of them are still there, with the right details?
confirm-all-yes = Yes, all { $count } are open
confirm-undo-all = Undo “All are open”
confirm-back = Back
confirm-before = Courses before
confirm-more = More courses
confirm-until = This link works until the end of { $date }. Please keep it inside your organisation.
confirm-state = { $standing ->
        [closed] Closed.
        [ended] Over.
        [reported] Hidden, because { $people } people reported wrong details.
        [unconfirmed] Hidden, because it was not confirmed for long. Last: { $date }.
       *[offered] Last confirmed: { $date }.{ $people ->
            [0] {""}
           *[other] {" "}{ $people } people reported wrong details.
        }
    }
confirm-starts-on = Starts { $date }.
confirm-ends-on = Ends { $date }.
confirm-done = { $kind ->
        [closed] Saved: closed
        [revised] New dates saved
        [restored] Brought back by the city
       *[confirmed] Saved: open
    } (at { $time })
confirm-open = Still open
confirm-close = Closed
confirm-dates = Change dates
confirm-starts = First day
confirm-ends = Last day
confirm-save-dates = Save dates
api-course-ended = By its dates this course is over. Confirm it with new starts_on and ends_on.
api-course-dates = ends_on stands before starts_on.
api-problem-both-dates = give both starts_on and ends_on (null for none)
console-stale = To confirm
console-stale-what = A course that nobody has confirmed for { $ask } days needs a word with its organisation; after { $hidden } days it is in no answer. What three people report as wrong is hidden until somebody confirms it.
console-stale-chart = Courses by days since they were last confirmed (without closed and ended ones)
console-stale-band = { $isLast ->
        [true] { $from } days and more
       *[false] { $from }–{ $to } days
    }
console-stale-ask = Organisations to ask
console-stale-organisation = Organisation
console-stale-courses = Courses
console-stale-oldest = Oldest word
console-stale-asked = Link made
console-stale-not-asked = not asked
console-stale-make-link = Write message
console-stale-revoke = Withdraw links
console-stale-list = Courses
console-stale-state = Show
console-stale-state-name = { $state ->
        [waiting] To look at ({ $count })
        [unconfirmed] Long unconfirmed ({ $count })
        [reported] Reported ({ $count })
        [hidden] Hidden ({ $count })
        [closed] Closed ({ $count })
        [ended] Over ({ $count })
       *[all] All ({ $count })
    }
console-stale-everybody = All organisations
console-stale-course = Course
console-stale-standing = State
console-stale-confirmed = Confirmed
console-stale-reports = Reports
console-stale-none = No courses.
console-stale-standing-name = { $standing ->
        [closed] closed
        [ended] over
        [reported] hidden by reports
        [unconfirmed] hidden, long unconfirmed
       *[offered] shown
    }
console-stale-age = { $date } ({ $days } days)
console-stale-people = { $people } people: { $reasons }
console-stale-before = Previous page
console-stale-more = Next page
console-stale-file = Download CSV
console-stale-column = { $column ->
        [id] id
        [course] course
        [organisation] organisation
        [standing] state
        [confirmed] confirmed on
        [days] days
        [starts] starts
        [ends] ends
        [people] people who reported
       *[reasons] reasons
    }
console-stale-step = { $step ->
        [confirm] Still open
        [close] Close
        [restore] Show again
       *[undo] Undo
    }
console-stale-now-confirmed = Saved: the course is open.
console-stale-now-closed = The course is closed. Its public page stays; it is in no answer. This can be undone for 24 hours.
console-stale-now-restored = The course is shown again. Earlier reports do not count any more.
console-stale-now-undone = Undone.
console-stale-now-revoked = { $count } links were withdrawn.
console-stale-ended = By its dates this course is over, so that it cannot be confirmed. The organisation gives new dates by its link, or you import the catalogue again.
console-stale-nothing-to-undo = There is nothing left to undo: that is possible for 24 hours.
console-no-course = There is no such course, or it does not belong to your organisation.
console-applications = Applications
console-applications-waiting = Applications waiting
console-applications-figures = { $waiting } wait for a decision, { $asked } for an answer of their person.
console-applications-none = There are no applications.
console-application = Application
console-application-number = Application { $id }
console-application-offer = For
console-application-scholarship = Scholarship
console-application-internship = Internship
console-application-status = { $status ->
        [waiting] Waiting
        [asked] Asked back
        [accepted] Accepted
        [refused] Not accepted
       *[withdrawn] Withdrawn by its person
    }
console-application-seats = Seats
console-application-seats-left = { $left } of { $seats } left
console-application-seats-open = { $taken } given, no number stated
console-application-amount = Money
console-application-amounts = { $given } given, { $left } left
console-application-deadline = Deadline
console-application-at = Sent at
console-application-name = What to call them
console-application-contact = Contact
console-application-by-chat = in the chat
console-application-reason = Why
console-application-standing = Conditions
console-application-question = Asked
console-application-answer = Answered
console-application-decision = Words of the decision
console-application-decided = Decided at
console-application-is-over = This application is over. What its person wrote is deleted 90 days after the decision.
console-application-words = A sentence for its person
console-application-words-hint = They read exactly this in the chat. No ID numbers, please. Something can be asked back once.
console-application-accept = Accept and give a seat
console-application-refuse = Do not accept
console-application-ask = Ask back
console-application-accepted = Accepted; one seat less. Its person will be told.
console-application-refused = Saved: not accepted. Its person will be told.
console-application-asked = The question is sent. Once it is answered, the application waits again.
console-no-application = There is no such application, or it does not belong to your organisation.
console-application-over = This application was decided about or withdrawn.
console-application-full = No seats are left, so that no more can be accepted. Refuse it, or import the catalogue again with more seats.
console-application-asked-before = Something can be asked back once only.
console-did-application-accept = accepted an application
console-did-application-ask = asked something about an application
console-did-application-read = looked at an application
console-did-application-refuse = did not accept an application
api-application-state = This application was decided about or withdrawn.
api-application-full = No seats are left.
api-application-asked = Something was asked back before.
console-application-of-intern = Said by the intern
console-application-of-organisation = Said by the organisation
console-application-rating = Stars
console-application-rating-words = A sentence about the intern
console-application-rate = Save
console-application-rated = Saved.
console-application-not-over = This can be said only after the last day of an internship that was given.
console-application-rated-before = The organisation said so before.
console-did-application-rate = said how an intern was
api-application-not-over = This can be said only after the last day of an internship that was given.
api-application-rated = The organisation said so before.
console-stale-link = Message asking to confirm
console-stale-link-what = Copy this message and send it to { $organisation } yourself by Zalo or e-mail; the system does not send it for you. The link works until { $date } and is shown only now.
console-stale-letter-label = Message
console-stale-link-label = Link
console-stale-copy-letter = Copy message
console-stale-copy-link = Copy link
console-stale-copied = Copied
console-stale-letter = Dear { $organisation },
    Residents of the city look for your courses with Bạn Học. Please tell us which are still open and which are closed; one press each, no account needed:
    { $link }
    The link works until the end of { $date }. Thank you!
console-stale-decide = Decide about this course on the page “To confirm”
console-stale-card-hidden = Hidden courses
console-stale-card-reported = Reported courses
console-area-freshness = Confirming courses
console-did-close-course = closed a course
console-did-confirm-course = confirmed courses
console-did-confirm-link = made a link to confirm by
console-did-restore-course = brought a course back
console-did-revise-course = changed dates
console-did-revoke-link = withdrew links to confirm by
console-did-undo-course = took a decision back
console-subject-course = Course no. { $id }
console-subject-organisation = Organisation no. { $id }
console-audit-link = link of the organisation
career-ask = What work would you like to do, or what would you like to open? Write its name (such as “nail technician” or “opening a coffee shop”), or choose a field:
career-ask-in-field = Choose one, or write the name of another:
career-which = Which one do you mean?
career-unknown = I have no path for “{ $what }” yet.
career-title = 🧭 Path: { $occupation }
career-further = The next courses of the path:
career-needs = What to know, in the order of learning:
career-skill = { $number }. { $skill }{ $weight ->
        [core] {" "}(essential)
       *[more] {""}
    }{ $standing ->
        [had] {" "}– ✓ you know it
        [gap] {" "}– no course yet
       *[course] {""}
    }
career-all-had = You have all of these skills. Next comes looking for a job or an internship, or starting out.
career-no-course = The catalogue has no course yet for the skills you lack.
career-total = { $courses ->
        [one] { $courses } course
       *[other] { $courses } courses
    } in all{ $hours ->
        [unknown] {""}
       *[other] {" "}· about { $hours } hours{ $untimed ->
            [0] {""}
           *[other] {" "}(not counting { $untimed } of unknown length)
        }
    }{ $cost ->
        [unknown] {" "}· fees unknown
        [free] {" "}· free{ $unpriced ->
            [0] {""}
           *[other] {" "}(not counting { $unpriced } with unknown fees)
        }
       *[other] {" "}· { $cost }{ $unpriced ->
            [0] {""}
           *[other] {" "}(not counting { $unpriced } with unknown fees)
        }
    }.
career-gaps = No course teaches { $skills } yet. I noted it, so that the city knows what is missing.
career-for-skills = For: { $skills }
career-which-known = Which of these can you do already? Choose one at a time, or write “I already know …”.
career-known-said = I already know { $what }
career-known-noted = Noted: you know { $skill }.
career-known-forgotten = Forgotten: that you know { $skill }.
career-saved = The path { $occupation } is saved: { $count ->
        [one] { $count } course is
       *[other] { $count } courses are
    } among “My courses”. Type /careers at any time to see it again.
career-unsaved = The path { $occupation } is no longer saved.
choice-career = Path to this work
choice-career-next = { $count ->
        [one] the next course
       *[other] the next { $count } courses
    }
choice-career-save = Save the path
choice-career-known = I know this already
choice-career-other = Other work
choice-career-back = Back to the path
choice-career-fields = Choose by field

# Scholarships, internships and places beside courses
offers-beside = Also about this:
offers-access-places = { $place ->
        [none] Places with computers or Wi-Fi:
       *[other] The nearest place to { $place } with computers or Wi-Fi:
    }
offers-access-where = Which ward or district are you in? Write its name, for example “I live in Go Vap”, and I will tell you the nearest place.
offers-access-scholarships = Open scholarships with no condition that rules you out so far:
offers-title = { $kind ->
        [scholarship] { $topic ->
            [none] Open scholarships:
           *[other] Scholarships about “{ $topic }”:
        }
        [internship] { $topic ->
            [none] Open internships:
           *[other] Internships about “{ $topic }”:
        }
       *[place] { $place ->
            [none] Places to learn in the city:
            [here] Places to learn nearest to you:
           *[other] Places to learn nearest to { $place }:
        }
    }
places-lacking = { $lacks ->
        [open] I know no such place that is surely open now. Nearest, open at other hours:
        [equipment] I know no place with all the equipment you need. The most similar:
       *[needs] I know no place with all that you need. These have some of it:
    }
places-farther = Farther away:
place-open = Open now, until { $time }
place-open-always = Open day and night
place-closed = Closed now, opens { $time }
place-closed-long = Closed now; when it opens again is not known
place-way = { $way } from you, as the crow flies
offers-none-about = { $kind ->
        [scholarship] I know no scholarship about “{ $topic }” yet. These are open:
       *[internship] I know no internship about “{ $topic }” yet. These are open:
    }
offers-none = { $kind ->
        [scholarship] I know no open scholarship that could suit at the moment.
        [internship] I know no open internship at the moment.
       *[place] I know no place like that in the city yet.
    }
offers-no-more = That is all there is. What would you like to learn?
offer-workshop = Workshop
offer-scholarship = Scholarship
offer-internship = Internship
offer-amount = worth { $money }
offer-pay = Allowance { $money } a month
offer-pay-none = Unpaid
offer-pay-unknown = Allowance not known
offer-hours-per-week = { $hours } hours a week
offer-starts = from { $date }
offer-ends = Until { $date }
offer-skills = Uses: { $skills }
offer-deadline = Apply by { $date }
offer-no-deadline = No deadline known
offer-updated = updated { $date }
offer-conditions = For: { $conditions }
offer-ages = { $has ->
        [from] age { $from } and over
        [to] up to age { $to }
       *[fromto] age { $from }–{ $to }
    }
offer-seats = Places: { $seats }
offer-place-has = Has { $things }
offer-hours = Open: { $hours }
offer-hours-unknown = Opening hours not known; better call first.
offer-holidays = public holidays { $hours }
offer-closed = closed
offer-phone = Phone: { $phone }
offer-in-place = Right in { $place }
offer-meets = Suits you: { $conditions }
offer-fails = Does not suit what you told: { $conditions }
offer-open = Check these conditions: { $conditions }
offer-gone = This is no longer there. Write what you are looking for and I will look for something else.
offer-unconfirmed = Note: its source no longer lists it; better ask first.
offer-over = The deadline has passed.
offer-sample-note = This is a sample: the name and the text are invented to show how things look.
offer-report = Reported as gone: “{ $title }” ({ $id })
choice-offer-open = Go to the page
choice-offer-map = See the map
choice-offer-gone = No longer there
choice-offers-more = Show more
choice-offers-courses = Courses on this
word-place-kind = { $kind ->
        [library] Library
        [learning_centre] Learning centre
        [wifi] Wi-Fi point
        [computer_room] Computer room
       *[device_lending] Lends devices
    }
word-income = { $value ->
        [poor] poor household
        [near_poor] near-poor household
       *[low] low income
    }
word-occupation = { $value ->
        [student] students
        [worker] workers
        [job_seeker] job seekers
        [small_business] small business owners
        [teacher] teachers
        [homemaker] homemakers
       *[retired] retired people
    }
word-study-level = { $value ->
        [primary] primary school
        [lower_secondary] lower secondary school
        [upper_secondary] upper secondary school
        [vocational] vocational training
        [college] college
        [university] university
        [postgraduate] postgraduate
        [short_course] short courses
        [beginner] beginners
        [intermediate] intermediate level
       *[advanced] advanced level
    }
word-condition = { $kind ->
        [age] age
        [ward] where you live
        [income] household income
        [disability] for persons with disabilities
       *[occupation] occupation
    }
eligibility-begin = I ask a few things that the open scholarships need to know, to hold their conditions against them. Skip whatever you would rather not answer.
eligibility-question = { $kind ->
        [age] How old is who applies?
        [ward] In which ward or commune do they live? Write its name.
        [income] How is the household recognised? Skip it if you are not sure.
        [disability] Does who applies have a disability?
       *[occupation] What do they do at present?
    }
eligibility-not-understood = I did not understand that answer. Please choose one below.
eligibility-for-today = The answers are only used in this conversation and forgotten after 24 hours.
eligibility-keep-consent = If you agree, I keep them for { $days } days, only to hold them against the conditions of scholarships; nobody else reads them. To delete them at any time, write “delete my answers”.
eligibility-kept = I keep these answers for { $days } days. To delete them at any time, write “delete my answers”.
eligibility-forgotten = Your answers about the conditions of scholarships are deleted.
eligibility-nothing = I keep no answers about the conditions of scholarships.
choice-eligibility = See what fits me
choice-eligibility-again = Answer again
choice-eligibility-forget = Delete my answers
choice-eligibility-keep = Keep my answers
choice-eligibility-skip = Skip this question
choice-eligibility-done = Show the results
choice-eligibility-other = None of these
choice-eligibility-household = { $value ->
        [poor] Poor household
        [near_poor] Near-poor household
       *[low] Low income
    }
choice-eligibility-occupation = { $value ->
        [student] Student
        [worker] Working
        [job_seeker] Looking for work
        [small_business] Small business
        [teacher] Teacher
        [homemaker] Homemaker
       *[retired] Retired
    }
choice-eligibility-disability = { $value ->
        [yes] Yes
       *[no] No
    }
application-begin = Applying for “{ $title }”.
application-standing = { $kind ->
        [internship] { $how ->
            [met] Skills you have: { $what }
           *[open] Skills not known: { $what }
        }
       *[scholarship] { $how ->
            [met] Conditions met: { $what }
            [failed] Conditions not met: { $what }
           *[open] Conditions not known: { $what }
        }
    }
application-consent = To decide, { $organisation } and the staff in charge read: what to call you, a phone number if you give one, one sentence of why, and { $kind ->
        [internship] which skills you have or did not tell. Nobody else does. When it is over, you and the organisation are each invited to say how it was. The application is deleted { $days } days after the decision, or after the last day if you are accepted; without a decision after a year.
       *[scholarship] which conditions you meet, do not meet or did not tell. Nobody else does. The application is deleted { $days } days after the decision; without one after a year.
    } You can withdraw it at any time: what you wrote in it is deleted at once, and they can read it no more. Do you agree?
application-closed = { $why ->
        [sample] This is a sample; one cannot apply for it.
        [over] The deadline is over.
       *[full] No seats are left, so no more applications are taken.
    }
application-child = Who is under 16 needs a parent or guardian to apply: they write to me from their own account, add their child with /nguoihoc, and apply for them.
application-ask-name = What should they call you? A first name is enough. (If you leave it unfinished and reminders are on, I remind you before the deadline.)
application-name-wrong = A name has letters and at most { $most } characters.
application-ask-contact = How should they reach you? Write a phone number, or choose to be told here.
application-phone-wrong = That is no phone number I know: it begins with 0 or +84 and has 10–11 digits.
application-ask-reason = Why would you like this? One sentence is enough, at most { $most } characters. Please write no ID numbers.
application-reason-long = That is a little long: please write it in { $most } characters.
application-review = Your application, to { $organisation }:
    “{ $title }”
    Name: { $name }
    Contact: { $contact }
    Why: { $reason }
application-by-chat = messages here
application-too-late = The draft was kept for a while only and is gone. Open the scholarship or internship again to write a new one.
application-sent = Your application for “{ $title }” was sent to { $organisation }. I will tell you the decision here.
application-already = You already have an application for “{ $title }”.
application-stopped = The draft is thrown away; nothing was sent.
applications-own = Your applications:
applications-none = You have no applications.
application-line = • { $title }: { $status }
application-status = { $status ->
        [waiting] waiting for a decision
        [asked] they ask something back
        [accepted] accepted
        [refused] not accepted
       *[withdrawn] withdrawn
    }
application-stands = Sent on { $date }: { $status }.
application-question = They ask: { $question }
application-answer = You answered: { $answer }
application-decision = Their words: { $decision }
application-gone = This application is not there any more.
application-withdraw-ask = Withdraw “{ $title }”? { $status ->
        [accepted] Your seat goes to somebody else.
       *[other] What you wrote in it is deleted at once.
    }
application-withdrawn = “{ $title }” is withdrawn, and what you wrote in it is deleted.
application-answer-ask = { $organisation } asks: { $question }
    Write your answer, at most { $most } characters.
application-answered = I passed your answer on to { $organisation }.
application-not-answered = Nothing was sent. To answer later, open /don.
application-news = { $news ->
        [accepted] Good news: { $organisation } accepted your application for “{ $title }”.
        [refused] { $organisation } did not accept your application for “{ $title }” this time.
       *[question] { $organisation } asks something about your application for “{ $title }”.
    }
    “{ $words }”
choice-apply = Apply
choice-apply-agree = I agree, go on
choice-apply-stop = Not now
choice-apply-name = Use the name { $name }
choice-apply-chat = Tell me here
choice-apply-send = Send
choice-apply-again = Write it again
choice-applications = My applications
choice-scholarships = See scholarships
choice-internships = See internships
choice-application-answer = Answer
choice-application-show = See the application
choice-application-offer = See what it is for
choice-application-withdraw = Withdraw
choice-application-withdraw-yes = Withdraw it
choice-application-withdraw-no = Keep it
offer-seats-left = { $left } of { $seats } seats left
offer-full = No seats left.
internship-skills-met = You have these skills: { $skills }
internship-organisation-rating = Former interns rate the organisation { $stars }/5 ({ $count } people)
internship-feedback-ask = “{ $title }” at { $organisation } is over. How many stars do you give the organisation? The city's staff read it, the organisation does not; it sees the average only once five people rated.
internship-rated = I noted { $rating } stars for “{ $title }”. Thank you!
internship-rated-before = You rated it before, or the internship is not over yet.
internship-rate-skipped = That is fine, you can leave it.
internship-comment-ask = Write one sentence about { $organisation }, at most { $most } characters. Only the city's staff read it.
internship-comment-kept = I noted your words. Thank you!
offer-saved = “{ $title }” is saved.
offer-saved-reminded = I remind you three days before the deadline.
offer-remind-offer = Shall I remind you three days before the deadline? Pressing means that you agree to reminders.
offer-remind-set = I will remind you three days before the deadline of “{ $title }”, at about { $time }.
offer-unsaved = “{ $title }” is not saved any more.
deadline-soon = ⏳ The deadline is near: “{ $title }”, { $date }.
choice-offer-save = Save
choice-offer-unsave = Do not keep
choice-offer-remind = Remind me before the deadline
word-weekday-short = { $day ->
        [0] Mon
        [1] Tue
        [2] Wed
        [3] Thu
        [4] Fri
        [5] Sat
       *[6] Sun
    }
help-hocbong = /scholarships – scholarships that are open
help-thuctap = /internships – internships and real projects
help-don = /applications – your applications for scholarships and internships
help-diem = /places – libraries, computer rooms and Wi-Fi near you

console-places = Places
console-places-all = All places
console-places-reported = Places reported as wrong
console-places-reported-what = Ask there, then correct it or note that it is right. Everybody who reported it is told. This page does not say who did.
console-places-reported-none = Nothing is reported as wrong.
console-places-find = Name, address or id
console-places-find-go = Find
console-places-none = There is no such place.
console-places-more = Next page
console-place = Place
console-place-people = People
console-place-wrong = What is wrong
console-place-last = Last reported
console-place-confirmed = Confirmed
console-place-is-closed = Closed for good
console-place-report = { $people } people reported: { $reasons }
console-place-step = { $step ->
        [close] Closed for good
        [reopen] Still open
       *[dismiss] All is right
    }
console-place-correct = Correct it
console-place-correct-what = Write what you found out. It is confirmed as of today. A later file changes these only where its row has changed.
console-place-address = Address
console-place-hours = Opening hours
console-place-hours-hint = For example Mo-Fr 08:00-17:00; Sa 08:00-11:30; Su,PH off (PH public holidays; off closed; 24/7 always open)
console-place-hours-unread = These hours cannot be read; write them as in the example.
console-place-phone = Phone
console-place-wheelchair = A wheelchair can go in
console-place-lends = Lends devices
console-place-organisation = Organisation
console-place-organisation-hint = Its name or number. Its people keep what can be borrowed here.
console-place-unknown = Not known
console-place-yes = Yes
console-place-no = No
console-place-save = Save
console-place-long = Too long; shorten it.
console-no-place = There is no such place.
console-place-now-corrected = Corrected. People who will be told: { $count }.
console-place-now-closed = Noted as closed for good. People who will be told: { $count }.
console-place-now-open = Noted as still open. People who will be told: { $count }.
console-place-now-dismissed = Noted as right. People who will be told: { $count }.
api-place-hours = opening_hours: cannot be read; write it like Mo-Fr 08:00-17:00; Su,PH off
api-place-organisation = organisation: there is no such organisation
console-area-places = Places
console-subject-place = Place number { $id }
console-did-place-close = noted a place as closed for good
console-did-place-correct = corrected a place
console-did-place-dismiss = noted that a place is right
console-did-place-reopen = noted that a place is still open
### Figures

numbers-short = Figures
numbers-title = The city's learning in figures
numbers-what = How many courses, how many learners, what is missing and whom the city has reached.
numbers-part = { $part ->
        [years] Courses and participants by year
        [unmet] What people want to learn and the city does not offer yet
        [reach] Learners by ward
       *[feedback] Feedback received and answered
    }
numbers-part-short = { $part ->
        [years] By year
        [unmet] Missing
        [reach] By ward
       *[feedback] Feedback
    }
numbers-until = Counted to the end of { $date }.
numbers-until-none = No day is counted yet: the first figures come after midnight.
numbers-rule = People are counted in steps of 5; groups of fewer than 5 are not shown (–), so that nobody can be recognised.
numbers-none = There are no figures yet.
numbers-sample = Years marked “sample” are numbers for trying, not the city's.
numbers-sample-year = { $year } (sample)
numbers-year = Year
numbers-courses = Online courses
numbers-participants = Participants
numbers-all-courses = All courses
numbers-active = Active people
numbers-source = Source
numbers-source-name = { $source ->
        [imported] reported by the city
       *[counted] counted here
    }
numbers-years = Courses and participants by year
numbers-file = Download this table (CSV)
numbers-meaning = What these figures mean
numbers-years-meaning = The courses of a year are the online courses on offer in it. A participant is a person who in that year enrolled in or opened a course at least once, or opened a lesson; everybody counts once a year. Where the city has reported a year, that report is shown; other years are counted here, once a night. Who deletes their data stays counted as a number, and nobody knows whose.
numbers-figure = Figure
numbers-show = Show
numbers-ward = Ward
numbers-total = The whole city
numbers-elsewhere = Ward not known
numbers-hidden = fewer than 5 people
numbers-legend = People:
numbers-reach = Learners by ward
numbers-reach-figure = { $figure ->
        [learner] Told where they live
        [active] Active in the year
        [participant] Took part in the year
        [asked] Searched for something
       *[answered] Searched and found
    }
numbers-reach-map = { $figure ->
        [learner] People who told where they live (of all time)
        [active] Active people, { $year }
        [participant] Participants, { $year }
        [asked] People who searched for something, { $year }
       *[answered] People who searched and found, { $year }
    }
numbers-reach-meaning = Each tile is a ward, commune or special zone, all of one size however large they are; tiles near each other are places near each other. Active: searched, saved or opened a course, or learnt in the year. Everybody counts once a year, in the ward they had told when they were counted. The city's total includes small groups that no tile shows.
numbers-unmet = What people want to learn and nothing fitted
numbers-unmet-none = Nothing was searched for in vain by 5 people or more.
numbers-unmet-chart = People who searched in vain, by quarter
numbers-quarter = Quarter
numbers-quarter-name = Quarter { $quarter }/{ $year }
numbers-whole-city = The whole city
numbers-other-topic = Something else
numbers-subject = Want to learn
numbers-people = People
numbers-where = Most in
numbers-done = What the city did
numbers-answer = Answer
numbers-answer-kind = { $kind ->
        [asked] Asked organisations to offer it
        [planned] Coming soon
        [opened] Opened
       *[refused] Not possible yet
    }
numbers-unmet-meaning = A person counts for a subject once a quarter, having searched for it without any course that fits. Only the subject is counted; nobody's words are kept for it. The place is the ward where they want to learn, or where they live.
numbers-feedback = Feedback received and answered
numbers-feedback-chart = People who wrote (light) and have an answer (dark)
numbers-kind = About
numbers-kind-name = { $kind ->
        [feedback] Feedback on Bạn Học
        [wrong_information] Wrong information
        [hand_over] Asked for a person
       *[grade] Marking was wrong
    }
numbers-heard = People who wrote
numbers-settled = Have an answer
numbers-within = { $within ->
        [days-1] within 1 day
        [days-3] within 3 days
        [days-7] within 7 days
       *[more] later
    }
numbers-feedback-meaning = Everybody counts once for each kind in the year they wrote. Answered: staff have answered or settled it; the time runs from writing to then. Answers after more than 90 days do not count.
console-insights-no-part = There is no such table of figures.
console-insights-no-topic = This subject is not in the taxonomy.
console-insights-note-missing = Write a few words: what was done, where, when.
console-insights-note-long = The answer is longer than 300 characters.
console-insights-no-answer = There is no such answer, or it was taken back.
console-insights-answered = Noted; everybody can read it among the figures.
console-insights-withdrawn = The answer was taken back.
console-insights-answer = Say what was done
console-insights-kind = What was done
console-insights-note = Write for residents
console-insights-save = Save
console-insights-withdraw = Take back
console-did-answer-wish = noted what was done about a missing subject
console-did-withdraw-answer = took back what was noted about a missing subject

# Borrowing devices
word-device = { $device ->
        [laptop] laptop
        [tablet] tablet
        [phone] phone
        [sim_4g] 4G SIM
       *[router_4g] 4G router
    }
loan-stock = { $free ->
        [0] Lends a { $device }: none free, { $waiting } waiting
       *[other] Lends a { $device }: { $free } free
    }
loan-gone = Nothing can be borrowed there at the moment. Write “borrow a laptop” and I will look for another place.
loan-child = If you are under 16, ask a parent or guardian to borrow it for you: they only need to write to me.
loan-consent = You borrow a { $device } at “{ $place }” for { $loan } days, free of charge. I need a name to call you by and your phone number. Only the lender there and the city’s staff in charge read them, to arrange fetching and returning. They are deleted { $kept } days after you return it or give it up. Do you agree?
loan-ask-name = What should the lender call you?
loan-ask-phone = Thank you, { $name }. What is your phone number?
loan-phone-wrong = That is not a phone number. Write its 10 digits, for example 0900000000.
loan-stopped = Stopped. Nothing was kept.
loan-already = You already borrow this here, or wait for it.
loan-offered = There is a { $device } for you at { $place }. Please fetch it before { $until } ({ $hours } hours); after that it goes to the next person.
loan-waiting = No { $device } is free at { $place } yet. Your number in the queue: { $position }. I will write to you here when it is your turn.
loan-lent = You have borrowed a { $device } at { $place }, due back on { $date }.
loan-none = You borrow nothing. Write “borrow a laptop in” with the name of your ward and I will look for a place.
loan-cancelled = Given up. It goes to the next person.
loan-extended = Extended. Now due back on { $date }.
loan-refused = { $why ->
        [waited] It cannot be extended: somebody is waiting for it. Please return it in time.
        [extended] You have extended it once already, so it cannot be extended again.
        [late] It is overdue, so it cannot be extended. Please bring it back.
       *[other] That is not possible any more, because the loan has changed.
    }
loan-news = { $kind ->
        [turn_over] The { $device } kept for you at { $place } went to the next person, because it was not fetched. Ask again if you still need one.
        [due_soon] A reminder: the { $device } you borrowed at { $place } is due back on { $date }.
        [due_tomorrow] A reminder: the { $device } you borrowed at { $place } is due back soon, on { $date }.
       *[late] The { $device } you borrowed at { $place } is overdue ({ $date }). Please bring it back; somebody else needs it.
    }
choice-loan-ask = Borrow a { $device }
choice-loan-agree = Agree and borrow
choice-loan-no = No, thanks
choice-loan-cancel = Give it up
choice-loan-extend = Extend
choice-loan-mine = What I borrow
help-muonmay = /muonmay – devices you borrow or wait for
data-table-device-loan = Devices you borrow or wait for
data-table-device-loan-told = Messages about devices you borrow

console-loans = Devices to lend
console-loans-what = What this place has, who borrows it, who waits. When it is somebody’s turn they are told and have 48 hours to fetch it. Names and numbers serve fetching and returning only; they are deleted 30 days after the return.
console-loan-stock = Stock
console-loan-stock-none = There are no devices yet.
console-loan-device = Device
console-loan-total = In all
console-loan-lent = Lent
console-loan-kept = Kept to be fetched
console-loan-waiting = Waiting
console-loan-days = Days of a loan
console-loan-open = Lent and waiting
console-loan-open-none = Nobody borrows or waits.
console-loan-name = Name
console-loan-state = State
console-loan-until = Until
console-loan-erased = (data erased)
console-loan-is = { $state ->
        [waiting] waiting, number { $position }
        [offered] kept, to be fetched
       *[lent] lent
    }
console-loan-step = { $step ->
        [hand-out] Handed out
        [return] It is back
       *[withdraw] Take off the list
    }
console-loan-set = Set the stock
console-loan-number = Write a whole number: devices up to 10000, days from 1 to 365.
console-loan-device-missing = Choose a kind of device.
console-loan-stock-set = The stock is saved.
console-loan-held = More are lent or kept for somebody than that.
console-loan-sample = This place is a sample; nothing can be lent there.
console-loan-now-lent = Noted as handed out.
console-loan-now-back = Noted as returned.
console-loan-now-off = Taken off the list.
console-no-loan = There is no such loan.
console-loan-none-free = None is free.
console-loan-changed = This loan has changed. Load the page again.
console-did-stock = set a stock of devices
console-did-hand-out = handed out a device
console-did-return = took back a device
console-did-loan-off = took somebody off the list of borrowers
console-subject-loan = Loan number { $id }
api-stock-held = More are lent or kept for somebody than that
api-stock-sample = This place is a sample; nothing can be lent there
api-loan-none-free = None is free
api-loan-state = This loan is not at that step

# Weak network
network-what = If the network is weak where you live, report it, so that the city knows where more is needed. I only add one person to the count of the ward for this month; your name is not kept.
network-where = Which ward are you in?
network-which = Which of these wards are you in?
network-noted = Thank you! One more person is counted in { $ward } this month, without a name.
network-known = Thank you, you have reported { $ward } this month already. If it is still weak next month, please report it again.
choice-network-report = Report weak network in { $ward }
choice-network-ask = Report weak network
choice-network-wifi = Free Wi-Fi nearby
help-mangyeu = /mangyeu – report a weak network in your ward
data-table-network-reporter = Wards in which you reported a weak network this month
console-network = Weak network
console-network-what = People who reported a weak network, by ward and month, without who. Each counts once a ward and month. Under { $fewest } no number is shown.
console-network-month = Month
console-network-csv = Download as CSV
console-network-ward = Ward
console-network-people = People
console-network-few = under { $fewest }
console-network-none = Nobody has reported this month.
console-network-map = People who reported a weak network by ward, { $month }
console-network-hidden = nobody, or fewer than { $fewest }
console-network-legend = Darker is more people. The table below says the same in numbers.
